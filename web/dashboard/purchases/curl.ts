import type { Session } from '../../kit/session.ts'
import { shortenMiddle } from '../../kit/shorten.ts'

export interface FirstPurchase {
  readonly baseUrl: string
  readonly session: Session
  /** The number under which a till knows the venue. */
  readonly venueTap: string | undefined
  readonly contactCode: string | undefined
}

/** A first purchase to paste into a terminal. A live credential is copied whole but shown shortened: people share screens. */
export function firstPurchase({ baseUrl, session, venueTap, contactCode }: FirstPurchase): {
  readonly shown: string
  readonly copied: string
} {
  const body = {
    reference_number: 'hello-1',
    ...(venueTap === undefined ? {} : { organisation: { venue_tap: { code: venueTap } } }),
    ...(contactCode === undefined ? {} : { contact: { code: contactCode } }),
    transaction_amounts: { total: '12.00' },
  }
  const command = (credential: string) =>
    [
      `curl ${baseUrl}/backoffice/v2/purchases`,
      `-H 'Authorization: Bearer ${credential}'`,
      "-H 'Content-Type: application/json'",
      `-d '${JSON.stringify(body)}'`,
    ].join(' \\\n  ')
  const copied = command(session.credential)
  const isSecret = session.mode === 'LIVE' || session.staff !== undefined
  const hidden = shortenMiddle(session.credential, { start: 8, end: 4 })
  return { copied, shown: isSecret ? command(hidden) : copied }
}
