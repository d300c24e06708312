import { createHmac, createSecretKey } from 'node:crypto'
import { luhnDigit } from '../contacts/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId } from '../kit/id.ts'
import { MINUTE } from '../kit/time.ts'

/** Makes and recognises the codes that wallets show for a while. */
export interface WalletCodes {
  /** 15 digits and the one that checks them, as wallets' own codes; they follow from contact and time, so that whoever asks again sees the same; another `draw` gives others. */
  readonly codeOf: (shown: Showing) => string
  /** What is kept of a code. */
  readonly hash: (tenant: Tenant, code: string) => Buffer
}

export interface Showing {
  readonly tenant: Tenant
  readonly contact: ContactId
  /** The number of the while. */
  readonly turn: number
  readonly draw: number
}

/** How long a code is shown, and how long after that it is taken: a till scans, and sends a little later. */
export const SHOWN_MS = MINUTE
export const GRACE_MS = MINUTE

const DIGITS = 15

export function openWalletCodes(secret: Uint8Array): WalletCodes {
  const key = createSecretKey(secret)
  const keyed = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    codeOf: ({ tenant, contact, turn, draw }) => {
      const drawn = keyed(`wallet code|${tenant}|${contact}|${turn}|${draw}`).toString('hex')
      const digits = (BigInt(`0x${drawn}`) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0')
      return digits + luhnDigit(digits)
    },
    hash: (tenant, code) => keyed(`kept|${tenant}|${code}`),
  }
}
