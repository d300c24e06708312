import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import type { SpendToken } from './token.ts'
import type { TokenReply } from './tokens.api.ts'
import { liveTokensOf } from './tokens.store.ts'

/** What the contact may still use; the codes themselves were told once. */
export async function listTokens(
  work: Work,
  contactName: string,
): Promise<{ readonly content: TokenReply[] }> {
  const { id } = await getContact(work, contactName)
  const tokens = await liveTokensOf(work, id)
  return { content: tokens.map((token) => showToken(token)) }
}

interface Codes {
  readonly value: string | null
  readonly alternative_token: string | null
}

export function showToken(
  { id, currency, amount, expiresAt }: SpendToken,
  codes: Codes = { value: null, alternative_token: null },
): TokenReply {
  return {
    id,
    intent: 'SPEND',
    ...codes,
    expiration: epochSeconds(expiresAt),
    spend_amount: amount === undefined ? null : wireNumber(amount, currency),
    currency_code: currency,
  }
}
