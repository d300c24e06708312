import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import type { PassPlanId } from '../kit/id.ts'
import { requireWholeBusiness } from './pass-plan.ts'
import { hasPasses } from './passes.store.ts'
import { type DeletedPlan, findDeleted, lockPlan, markDeleted } from './plans.store.ts'

/** Whether an offer names the plan. Known to the domain of offers, which builds on this one. */
export type IsPlanUsed = (work: Work, id: PassPlanId) => Promise<boolean>

/** Takes a plan away for ever; what was deleted before stays deleted since then. */
export async function deletePlan(work: Work, idOrCode: string, isUsed: IsPlanUsed): Promise<DeletedPlan> {
  requireWholeBusiness(work.actor)
  const plan = await lockPlan(work, idOrCode)
  if (!plan) {
    const earlier = await findDeleted(work, idOrCode)
    if (!earlier) throw notFound('pass_plan', idOrCode)
    return earlier
  }
  const parameters = ['pass_plan', plan.code]
  if (await hasPasses(work, plan.id)) {
    throw InvalidState({ parameters, detail: `"${plan.name}" has passes; set it to INACTIVE instead.` })
  }
  if (await isUsed(work, plan.id)) {
    const detail = `An offer names the pass plan "${plan.name}"; change or end the offer first.`
    throw InvalidState({ parameters, detail })
  }
  const deleted = await markDeleted(work, plan)
  await configurationChanged(work)
  return deleted
}
