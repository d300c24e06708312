import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { PassValidity } from './pass-plan.ts'
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
  return pageOf({ ...query, includeTotal: query.include_total }, rows, showPlan, total)
}

/** By id or code. */
export async function getPlan(work: Work, idOrCode: string): Promise<StoredPlan> {
  const plan = await findPlan(work, idOrCode)
  if (!plan) throw notFound('pass_plan', idOrCode)
  return plan
}

export function showPlan({ id, code, name, classification, state, terms, createdAt }: StoredPlan): PlanReply {
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
