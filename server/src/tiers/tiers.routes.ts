import { type Route, route } from '../http/index.ts'
import { epochSeconds } from '../kit/time.ts'
import { createTier } from './create-tier.ts'
import { deleteTier, type IsTierUsed } from './delete-tier.ts'
import { getProgramme } from './get-programme.ts'
import { getTier, listTiers, showTier } from './list-tiers.ts'
import { setProgramme } from './set-programme.ts'
import * as api from './tiers.api.ts'
import { updateTier } from './update-tier.ts'

export interface TiersWiring {
  readonly isUsed: IsTierUsed
}

export function tiersRoutes({ isUsed }: TiersWiring): readonly Route[] {
  return [
    route(api.getProgramme, (work) => getProgramme(work)),
    route(api.setProgramme, async (work, { body }) => {
      await setProgramme(work, body)
      return getProgramme(work)
    }),
    route(api.listTiers, (work, { query }) => listTiers(work, query)),
    route(api.getTier, async (work, { params }) => showTier(await getTier(work, params.id))),
    route(api.createTier, async (work, { body }) => showTier(await createTier(work, body))),
    route(api.updateTier, async (work, { params, body }) =>
      showTier(await updateTier(work, params.id, body)),
    ),
    route(api.deleteTier, async (work, { params }) => {
      const { id, code, deletedAt } = await deleteTier(work, params.id, isUsed)
      return { id, code, deleted_on: epochSeconds(deletedAt) }
    }),
  ]
}
