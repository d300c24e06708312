import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { Busy } from '../kit/error.ts'
import { newId, type TokenId } from '../kit/id.ts'
import { display, money } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { later, MINUTE } from '../kit/time.ts'
import { contactAccount, lockAccounts } from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { walletBalances } from '../wallets/index.ts'
import type { SpendToken } from './token.ts'
import { type HashCode, makeAlternative, makeCode } from './token-code.ts'
import type { TokenBody } from './tokens.api.ts'
import { SpendNotCovered } from './tokens.errors.ts'
import { endTokensOf, insertToken } from './tokens.store.ts'
import { wrongCodes } from './wrong-codes.store.ts'

/** A token with its codes, which are told this once. */
export interface MadeToken {
  readonly token: SpendToken
  readonly code: string
  readonly alternative: string
}

const MOST_DRAWS = 20

/** Makes the contact's one live token; an earlier one is over with it. */
export async function createToken(
  work: Work,
  contactName: string,
  { body, hash }: { readonly body: TokenBody; readonly hash: HashCode },
): Promise<MadeToken> {
  const { id: contact, wallet } = await getContact(work, contactName)
  const { id, currency } = wallet
  const { tenant } = work.actor
  // The wallet's lock: no purchase is using the earlier token meanwhile.
  await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', { tenant, id, currency })])
  const amount =
    body.spend_amount == null
      ? undefined
      : readPositiveMinor('spend_amount', body.spend_amount, minorDigits(currency))
  if (amount !== undefined) await refuseMoreThanHeld(work, wallet, amount)
  await endTokensOf(work, contact)

  const { settings } = await readBusiness(work.db, tenant)
  const expiresAt = later(work.at, settings.tokenMinutes * MINUTE)
  const wrongBefore = await wrongCodes(work, { hold: false })
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const code = makeCode()
    const alternative = makeAlternative()
    const token: SpendToken = {
      id: newId<TokenId>(),
      contact,
      currency,
      amount,
      state: 'LIVE',
      deadAt: undefined,
      expiresAt,
      createdAt: work.at,
      purchase: undefined,
    }
    const hashes = { codeHash: hash(tenant, code), alternativeHash: hash(tenant, alternative) }
    if (await insertToken(work, { token, ...hashes, wrongBefore })) return { token, code, alternative }
  }
  throw Busy({
    detail: 'Nearly every one-time code is in use; wait until some are over.',
    retryAfterSeconds: 5,
  })
}

async function refuseMoreThanHeld(
  work: Work,
  { id, currency }: Awaited<ReturnType<typeof getContact>>['wallet'],
  amount: bigint,
): Promise<void> {
  const balances = await walletBalances(work.db, work.actor.tenant, [id], work.at)
  const held = balances.get(id)?.total ?? 0n
  if (amount <= held) return
  const show = (minor: bigint) => display(money(minor, currency))
  throw SpendNotCovered({
    parameters: [show(amount), show(held)],
    detail: `${show(amount)} was asked for; the wallet holds ${show(held)}.`,
  })
}
