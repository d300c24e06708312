import { isDeepStrictEqual } from 'node:util'
import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, InvalidState, notFound } from '../kit/error.ts'
import { changedTerms, moneyTerms } from './create-plan.ts'
import { passPlan, requireWholeBusiness } from './pass-plan.ts'
import { hasPasses } from './passes.store.ts'
import { requireOnce } from './plan-money.ts'
import type { PlanChange } from './plans.api.ts'
import { findPlan, lockPlan, type StoredPlan, savePlan } from './plans.store.ts'

/** What is left out stays. The same change again changes nothing. */
export async function updatePlan(work: Work, idOrCode: string, change: PlanChange): Promise<StoredPlan> {
  requireWholeBusiness(work.actor)
  const before = await lockPlan(work, idOrCode)
  if (!before) throw notFound('pass_plan', idOrCode)
  const { code = before.code, name = before.name, state = before.state } = change
  const { id, classification, createdAt } = before
  refuseOtherClassification(before, change)
  const terms = {
    ...changedTerms(before.terms, change, work.at),
    ...(await moneyTerms(work, { classification, before: before.terms, change })),
  }
  const plan = { ...passPlan({ id, code, name, classification, state, terms }), createdAt }
  requireOnce(plan)
  if (isSame(before, plan)) return before
  if (code !== before.code && (await findPlan(work, code))) throw alreadyExists('code', code)
  await refuseOtherCodeType(work, before, plan)
  await savePlan(work, plan)
  await configurationChanged(work)
  return plan
}

/** What a pass was sold for must stay what it is for. */
function refuseOtherClassification({ classification, code, name }: StoredPlan, change: PlanChange): void {
  const { classification: wanted = classification } = change
  if (wanted === classification) return
  throw InvalidState({
    parameters: ['pass_plan', code],
    detail: `"${name}" is for ${classification}, which stays; make another plan for ${wanted}.`,
  })
}

/** A pass that is one contact's own must not become everybody's, nor the other way round. */
async function refuseOtherCodeType(work: Work, before: StoredPlan, { terms }: StoredPlan): Promise<void> {
  if (terms.pass_code_type === before.terms.pass_code_type || !(await hasPasses(work, before.id))) return
  throw InvalidState({
    parameters: ['pass_plan', before.code],
    detail: `"${before.name}" has passes, so pass_code_type stays ${before.terms.pass_code_type}; make another plan.`,
  })
}

function isSame(a: StoredPlan, b: StoredPlan): boolean {
  const written = ({ code, name, state, terms }: StoredPlan) => JSON.stringify({ code, name, state, terms })
  return isDeepStrictEqual(JSON.parse(written(a)), JSON.parse(written(b)))
}
