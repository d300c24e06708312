import { findContacts, getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Busy, type Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { findWallet } from '../wallets/index.ts'
import { plainCode } from './token-code.ts'
import { TokenExpired } from './tokens.errors.ts'
import { GRACE_MS, SHOWN_MS, type WalletCodes } from './wallet-code.ts'
import type { WalletCodeReply } from './wallet-codes.api.ts'
import { codeWithHash, deleteCodesBefore, insertCode, type ShownCode } from './wallet-codes.store.ts'

const MOST_DRAWS = 5
// A till that repeats a purchase is answered as before, even when its code is over meanwhile.
const KEPT_MS = DAY

/** The code by which a till knows the wallet: its own, or one of this minute where the business wants that. */
export async function showWalletCode(work: Work, name: string, codes: WalletCodes): Promise<WalletCodeReply> {
  const { code: own, contact } = await findWallet(work, name)
  const { settings } = await readBusiness(work.db, work.actor.tenant)
  if (!settings.dynamicWalletCode) return { code: own, is_dynamic: false, expiration: null }

  const turn = Math.floor(work.at.getTime() / SHOWN_MS)
  const endsAt = new Date((turn + 1) * SHOWN_MS)
  const shown = { contact: contact.id, expiresAt: later(endsAt, GRACE_MS) }
  await deleteCodesBefore(work, contact.id, later(work.at, -KEPT_MS))
  const code = await freeCode(work, shown, { codes, turn })
  return { code, is_dynamic: true, expiration: epochSeconds(endsAt) }
}

/** One that is nobody else's, neither of this minute nor for good. */
async function freeCode(
  work: Work,
  shown: ShownCode,
  { codes, turn }: { readonly codes: WalletCodes; readonly turn: number },
): Promise<string> {
  const { tenant } = work.actor
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const code = codes.codeOf({ tenant, contact: shown.contact, turn, draw })
    const hash = codes.hash(tenant, code)
    const key = { by: 'IDENTIFIER', kind: undefined, value: code } as const
    const [owners = []] = await findContacts(work.sql, [{ tenant, key }])
    if (owners.length > 0) continue
    await insertCode(work, hash, shown)
    if ((await codeWithHash(work, hash))?.contact === shown.contact) return code
  }
  throw Busy({ detail: 'No free code was found; ask again.', retryAfterSeconds: 1 })
}

/** Whose the code of a minute is or was; undefined: it is none. `refusal`: it is over. */
export async function recogniseWalletCode(
  work: Work,
  sent: string,
  codes: WalletCodes,
): Promise<{ readonly contact: ContactId; readonly refusal: Refusal | undefined } | undefined> {
  const found = await codeWithHash(work, codes.hash(work.actor.tenant, plainCode(sent)))
  if (!found) return undefined
  const { contact, expiresAt } = found
  if (expiresAt > work.at) return { contact, refusal: undefined }
  const refusal = TokenExpired({
    parameters: ['contact.wallet_code', String(epochSeconds(expiresAt))],
    detail: `This wallet code was good until ${expiresAt.toISOString()}; scan the one that is shown now.`,
  })
  return { contact, refusal }
}

/** The wallet's own code behind one of a minute; any other, and one that is over, stays as it was sent. */
export async function ownWalletCode(work: Work, sent: string, codes: WalletCodes): Promise<string> {
  const known = await recogniseWalletCode(work, sent, codes)
  if (!known || known.refusal) return sent
  return (await getContact(work, known.contact)).wallet.code
}

/** What a request says of a contact, with the wallet's own code in the place of one of a minute. */
export async function withOwnCode<Named extends { readonly wallet_code?: string | undefined }>(
  work: Work,
  named: Named,
  codes: WalletCodes,
): Promise<Named> {
  const { wallet_code: sent } = named
  return sent === undefined ? named : { ...named, wallet_code: await ownWalletCode(work, sent, codes) }
}
