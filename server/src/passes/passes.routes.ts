import type { Database } from '../db/index.ts'
import { guardedRoute, type Route, route } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import { epochSeconds } from '../kit/time.ts'
import { createPlan } from './create-plan.ts'
import { deletePlan, type IsPlanUsed } from './delete-plan.ts'
import { requirePin } from './judge-pin.ts'
import { getPass, listPasses, showPass, type UsesOf } from './list-passes.ts'
import { getPlan, listPlans, showPlan } from './list-plans.ts'
import { makePasses, type OwnWalletCode } from './make-passes.ts'
import * as passes from './passes.api.ts'
import * as plans from './plans.api.ts'
import { redeemPass } from './redeem-pass.ts'
import { setPassState } from './set-pass-state.ts'
import { updatePlan } from './update-plan.ts'

export interface PassesWiring {
  readonly database: Database
  readonly usesOf: UsesOf
  readonly isUsed: IsPlanUsed
  /** The wallet's own code behind one of a minute. */
  readonly ownWalletCode: OwnWalletCode
}

export function passesRoutes({ database, usesOf, isUsed, ownWalletCode }: PassesWiring): readonly Route[] {
  return [
    route(plans.listPlans, (work, { query }) => listPlans(work, query)),
    route(plans.getPlan, async (work, { params }) => showPlan(work, await getPlan(work, params.id))),
    route(plans.createPlan, async (work, { body }) => showPlan(work, await createPlan(work, body))),
    route(plans.updatePlan, async (work, { params, body }) =>
      showPlan(work, await updatePlan(work, params.id, body)),
    ),
    route(plans.deletePlan, async (work, { params }) => {
      const { id, code, deletedAt } = await deletePlan(work, params.id, isUsed)
      return { id, code, deleted_on: epochSeconds(deletedAt) }
    }),
    route(passes.createPasses, async (work, { body }) => {
      const made = await makePasses(work, body, ownWalletCode)
      const first = present(made[0], 'at least one pass is made')
      return { ...(await showPass(work, await getPass(work, first.id), usesOf)), passes: made }
    }),
    route(passes.listPasses, (work, { query }) => listPasses(work, query, usesOf)),
    route(passes.getPass, async (work, { params }) => showPass(work, await getPass(work, params.id), usesOf)),
    route(passes.setPassState, async (work, { params, body }) =>
      showPass(work, await setPassState(work, params.id, body.state), usesOf),
    ),
    guardedRoute(
      passes.redeemPass,
      async (command, { body: { code, pin } }) => {
        if (pin !== undefined) await requirePin(database, command, { code, pin })
      },
      (work, { body }) => redeemPass(work, body),
    ),
  ]
}
