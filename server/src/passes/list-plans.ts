import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { idOf, type PoolId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { readPools } from '../wallets/index.ts'
import { carriesMoney, type PassValidity, type PlanTerms } from './pass-plan.ts'
import type { PlanReply } from './plans.api.ts'
import { countPlans, findPlan, type PlanFilter, pageOfPlans, type StoredPlan } from './plans.store.ts'

export interface PlanQuery extends Omit<PlanFilter, 'search'> {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly search_value?: string | undefined
}

export async function listPlans(work: Work, query: PlanQuery): Promise<Page<PlanReply>> {
  const filter: PlanFilter = { ...query, search: query.search_value }
  const rows = await pageOfPlans(work, filter, query)
  const total = query.include_total ? await countPlans(work, filter) : null
  return pageOf({ ...query, includeTotal: query.include_total }, rows, await planShower(work), total)
}

/** By id or code. */
export async function getPlan(work: Work, idOrCode: string): Promise<StoredPlan> {
  const plan = await findPlan(work, idOrCode)
  if (!plan) throw notFound('pass_plan', idOrCode)
  return plan
}

export async function showPlan(work: Work, plan: StoredPlan): Promise<PlanReply> {
  const show = await planShower(work)
  return show(plan)
}

async function planShower(work: Work): Promise<(plan: StoredPlan) => PlanReply> {
  const { currency } = await readBusiness(work.db, work.actor.tenant)
  const pools = await readPools(work.db, work.actor.tenant)
  const named = (id: string) => ({ id, name: pools.get(idOf<PoolId>(id))?.name ?? '' })
  return (plan) => ({
    ...showTerms(plan),
    ...showValue(plan.terms, currency),
    currency_code: currency,
    credit_wallet_balance: carriesMoney(plan) ? (plan.terms.pool ? 'COMMERCE' : 'OPEN') : null,
    commerce_pool: plan.terms.pool === undefined ? null : named(plan.terms.pool),
  })
}

function showValue({ value }: PlanTerms, currency: string) {
  const shown = (minor: string | undefined) =>
    minor === undefined ? null : wireNumber(BigInt(minor), currency)
  return {
    value_type: value?.type ?? null,
    value: shown(value?.type === 'FIXED' ? value.amount : undefined),
    minimum_value: shown(value?.type === 'VARIABLE' ? value.minimum : undefined),
    maximum_value: shown(value?.type === 'VARIABLE' ? value.maximum : undefined),
  }
}

function showTerms({ id, code, name, classification, state, terms, createdAt }: StoredPlan) {
  const { type, length, prefix, suffix } = terms.code_format
  return {
    id,
    code,
    name,
    description: terms.description ?? null,
    classification,
    state,
    pass_code_type: terms.pass_code_type,
    maximum_usage: terms.maximum_usage,
    maximum_usage_per_contact: terms.maximum_usage_per_contact,
    validity: showValidity(terms.validity),
    code_format: { type, length, prefix: prefix ?? null, suffix: suffix ?? null },
    created_on: epochSeconds(createdAt),
  }
}

function showValidity(validity: PassValidity): PlanReply['validity'] {
  return { count: null, unit: null, fixed_date: null, ...validity }
}
