import type { Contact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import { contactAccount, lockAccounts } from '../ledger/index.ts'
import type { SpendToken } from './token.ts'
import type { OwnTokenReply } from './tokens.api.ts'
import { endTokensOf, tokenOf } from './tokens.store.ts'

/** What became of a one-time code of the contact's. */
export async function getToken(work: Work, { id }: Contact, name: string): Promise<OwnTokenReply> {
  return showFate(await findToken(work, { contact: id, name }), work.at)
}

/** Ends a code that is not needed any more; one that is over stays so. */
export async function cancelToken(
  work: Work,
  { id: contact, wallet: { id, currency } }: Contact,
  name: string,
): Promise<{ readonly id: string }> {
  const { tenant } = work.actor
  // The wallet's lock: no purchase is using it meanwhile.
  await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', { tenant, id, currency })])
  const token = await findToken(work, { contact, name })
  if (token.state === 'USED') {
    throw InvalidState({
      parameters: ['token', token.id, 'USED'],
      detail: 'The one-time code has paid a purchase already.',
    })
  }
  if (token.state === 'LIVE') await endTokensOf(work, contact)
  return { id: token.id }
}

async function findToken(
  work: Work,
  { contact, name }: { readonly contact: Contact['id']; readonly name: string },
): Promise<SpendToken> {
  const id = parseGuid(name)
  const token = id === undefined ? undefined : await tokenOf(work, { contact, id })
  if (!token) throw notFound('token', name)
  return token
}

function showFate({ id, state, expiresAt, purchase }: SpendToken, at: Date): OwnTokenReply {
  const isGood = state === 'LIVE' && expiresAt > at
  return {
    id,
    state: isGood ? 'LIVE' : state === 'USED' ? 'USED' : 'OVER',
    expiration: epochSeconds(expiresAt),
    purchase_id: purchase ?? null,
  }
}
