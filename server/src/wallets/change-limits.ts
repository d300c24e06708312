import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { readMinor } from '../kit/reading.ts'
import { localDay } from '../kit/zone.ts'
import { contactAccount, lockAccounts } from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { findWallet } from './get-wallet.ts'
import type { BusinessLimitsReply, RuleReply, SentRule, WalletLimitsReply } from './limits.api.ts'
import { hasLimits, limitsOfWallets, readRules, removeRules, saveRules } from './limits.store.ts'
import { type LimitRule, roomOf } from './limits.ts'

/** Sets the rules of one wallet; null: it has none of its own. */
export async function setWalletLimits(
  work: Work,
  idOrCode: string,
  sent: readonly SentRule[] | null,
): Promise<WalletLimitsReply> {
  refusePartOfBusiness(work.actor)
  const { id, currency } = await findWallet(work, idOrCode)
  // The wallet's lock: nothing is being allowed by the earlier rules meanwhile.
  await lockAccounts(work.sql, [
    contactAccount('CONTACT_COMMERCE', { tenant: work.actor.tenant, id, currency }),
  ])
  // Purchases ask for limits only of businesses that have any.
  if (!(await hasLimits(work.db, work.actor.tenant))) await configurationChanged(work)
  if (sent === null) await removeRules(work, id)
  else await saveRules(work, id, readSent(sent, currency))
  return getWalletLimits(work, id)
}

export async function getWalletLimits(work: Work, idOrCode: string): Promise<WalletLimitsReply> {
  const { id, currency } = await findWallet(work, idOrCode)
  const { tenant } = work.actor
  const business = await readBusiness(work.db, tenant)
  const day = localDay(work.at, business.timeZone)
  const limits = (await limitsOfWallets(work.sql, [{ tenant, wallet: id, business: business.id, day }])).get(
    id,
  )
  const shown = (minor: bigint) => wireNumber(minor, currency)
  return {
    is_own: (await readRules(work, id)) !== undefined,
    rules: (limits?.rules ?? []).map((rule) => {
      const { used, number, amount } = roomOf(rule, limits?.uses ?? [], day)
      return {
        ...showRule(rule, currency),
        used_number: used.number,
        used_amount: shown(used.amount),
        left_number: number ?? null,
        left_amount: amount === undefined ? null : shown(amount),
      }
    }),
  }
}

/** Sets the rules of all wallets that have none of their own. */
export async function setDefaultLimits(work: Work, sent: readonly SentRule[]): Promise<BusinessLimitsReply> {
  refusePartOfBusiness(work.actor)
  const { id, currency } = await readBusiness(work.db, work.actor.tenant)
  await saveRules(work, id, readSent(sent, currency))
  await configurationChanged(work)
  return getDefaultLimits(work)
}

export async function getDefaultLimits(work: Work): Promise<BusinessLimitsReply> {
  const { id, currency } = await readBusiness(work.db, work.actor.tenant)
  const rules = (await readRules(work, id)) ?? []
  return { rules: rules.map((rule) => showRule(rule, currency)) }
}

function refusePartOfBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['limits'],
    detail: 'A wallet is of the whole business; a key of one merchant or venue cannot change its limits.',
  })
}

function readSent(sent: readonly SentRule[], currency: string): readonly LimitRule[] {
  const names = new Set<string>()
  return sent.map(({ name, period, applies_for, currency_code, ...most }, index) => {
    const path = `rules[${index}]`
    if (names.has(name)) throw invalidField(`${path}.name`, name, 'another rule has it')
    names.add(name)
    if (currency_code !== undefined && currency_code !== currency) {
      throw invalidField(`${path}.currency_code`, currency_code, `wallets are kept in ${currency}`)
    }
    return {
      name,
      period,
      appliesFor: [...new Set(applies_for)],
      maximumNumber: most.maximum_number,
      maximumAmount: readMost(`${path}.maximum_amount`, most.maximum_amount, currency),
    }
  })
}

function readMost(path: string, text: string | undefined, currency: string): bigint | undefined {
  if (text === undefined) return undefined
  const minor = readMinor(path, text, minorDigits(currency))
  if (minor < 0n) throw invalidField(path, text, 'it may not be below zero')
  return minor
}

function showRule(
  { name, maximumNumber, maximumAmount, period, appliesFor }: LimitRule,
  currency: string,
): RuleReply {
  return {
    name,
    maximum_number: maximumNumber ?? null,
    maximum_amount: maximumAmount === undefined ? null : wireNumber(maximumAmount, currency),
    period,
    applies_for: [...appliesFor],
    currency_code: currency,
  }
}
