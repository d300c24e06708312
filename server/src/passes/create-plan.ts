import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, invalidField, notFound } from '../kit/error.ts'
import { codeOf, newId, type PassPlanId } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { ensureDefaultPool, findPool } from '../wallets/index.ts'
import type { CodeFormat } from './pass-code.ts'
import {
  type Classification,
  carriesMoney,
  type PassValidity,
  type PlanTerms,
  passPlan,
  requireWholeBusiness,
} from './pass-plan.ts'
import { changedValue, requireOnce } from './plan-money.ts'
import type { PlanBody, PlanChange, SentFormat, SentValidity } from './plans.api.ts'
import { findPlan, insertPlan, type StoredPlan } from './plans.store.ts'

export async function createPlan(work: Work, body: PlanBody): Promise<StoredPlan> {
  requireWholeBusiness(work.actor)
  const id = newId<PassPlanId>()
  const { code = codeOf(id), name, classification = 'PROMOTION', state = 'ACTIVE' } = body
  if (await findPlan(work, code)) throw alreadyExists('code', code)
  const terms = {
    ...changedTerms(newTerms(body), body, work.at),
    ...(await moneyTerms(work, { classification, before: undefined, change: body })),
  }
  const plan = { ...passPlan({ id, code, name, classification, state, terms }), createdAt: work.at }
  requireOnce(plan)
  await insertPlan(work, plan)
  await configurationChanged(work)
  return plan
}

const FORMAT = { type: 'ALPHANUMERIC', length: 12 } as const

/** A pass of its own is used once, a code for everybody as often as people like. */
function newTerms({ pass_code_type = 'SINGLE' }: PlanBody): PlanTerms {
  return {
    pass_code_type,
    maximum_usage: pass_code_type === 'SINGLE' ? 1 : null,
    maximum_usage_per_contact: null,
    validity: { type: 'ALWAYS' },
    code_format: FORMAT,
  }
}

interface MoneyChange {
  readonly classification: Classification
  readonly before: PlanTerms | undefined
  readonly change: PlanChange
}

/** What passes made from now on carry and where it goes, with the change applied. */
export async function moneyTerms(
  work: Work,
  { classification, before, change }: MoneyChange,
): Promise<Pick<PlanTerms, 'value' | 'pool'>> {
  const { value_type, value, minimum_value, maximum_value } = change
  const { currency } = await readBusiness(work.db, work.actor.tenant)
  const sent = { value_type, value, minimum_value, maximum_value }
  return {
    value: changedValue({ classification }, { before: before?.value, sent, currency }),
    pool: await changedPool(work, { classification, before, change }),
  }
}

async function changedPool(
  work: Work,
  { classification, before, change }: MoneyChange,
): Promise<PlanTerms['pool']> {
  const { commerce_pool: pool, credit_wallet_balance: balance } = change
  if (!carriesMoney({ classification })) {
    if (!pool && !balance) return undefined
    const path = pool ? 'commerce_pool' : 'credit_wallet_balance'
    throw invalidField(path, 'sent', 'passes of a PROMOTION plan carry no money')
  }
  if (pool && balance === 'OPEN') {
    throw invalidField('credit_wallet_balance', 'OPEN', 'money of a commerce pool is COMMERCE')
  }
  if (pool) return (await poolNamed(work, pool)).id
  if (pool === null || balance === 'OPEN') return undefined
  if (before?.pool !== undefined || balance === undefined) return before?.pool
  return (await ensureDefaultPool(work)).id
}

async function poolNamed(work: Work, named: NonNullable<PlanChange['commerce_pool']>) {
  const idOrCode = named.id ?? named.code ?? ''
  const pool = await findPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  return pool
}

/** The terms with the change applied: what it leaves out stays, null takes the default. */
export function changedTerms(before: PlanTerms, change: PlanChange, at: Date): PlanTerms {
  const { description, pass_code_type, maximum_usage, maximum_usage_per_contact } = change
  const { validity, code_format } = change
  return {
    description: description === undefined ? before.description : (description ?? undefined),
    pass_code_type: pass_code_type ?? before.pass_code_type,
    maximum_usage: maximum_usage === undefined ? before.maximum_usage : maximum_usage,
    maximum_usage_per_contact:
      maximum_usage_per_contact === undefined ? before.maximum_usage_per_contact : maximum_usage_per_contact,
    validity: validity === undefined ? before.validity : validityOf(validity, before.validity, at),
    code_format: code_format === undefined ? before.code_format : formatOf(code_format, before.code_format),
  }
}

/** A date that stands already may have gone by meanwhile: sending it again is no change. */
function validityOf(sent: SentValidity | null, before: PassValidity, at: Date): PassValidity {
  if (sent === null) return { type: 'ALWAYS' }
  if (sent.type !== 'DATE') return sent
  const fixed_date = epochSeconds(sent.fixed_date)
  const stands = before.type === 'DATE' && before.fixed_date === fixed_date
  if (!stands && sent.fixed_date <= at) {
    throw invalidField('validity.fixed_date', sent.fixed_date.toISOString(), 'a time to come is needed')
  }
  return { type: 'DATE', fixed_date }
}

function formatOf(sent: SentFormat | null, before: CodeFormat): PlanTerms['code_format'] {
  if (sent === null) return FORMAT
  return {
    type: sent.type ?? before.type,
    length: sent.length ?? before.length,
    prefix: (sent.prefix ?? before.prefix) || undefined,
    suffix: (sent.suffix ?? before.suffix) || undefined,
  }
}
