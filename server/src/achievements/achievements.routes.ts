import { type Route, route } from '../http/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import { type WalletCodes, withOwnCode } from '../tokens/index.ts'
import * as api from './achievements.api.ts'
import { getRewardEvent, listRewardEvents, showEvent } from './list-reward-events.ts'
import { reportAchievement } from './report-achievement.ts'

export interface AchievementRouteOptions {
  readonly catalogues: Catalogues
  readonly walletCodes: WalletCodes
}

export function achievementsRoutes({ catalogues, walletCodes }: AchievementRouteOptions): readonly Route[] {
  return [
    route(api.reportAchievement, async (work, { body }) => {
      const catalogue = await catalogueFor(work, catalogues)
      const contact = await withOwnCode(work, body.contact, walletCodes)
      return showEvent(work, catalogue, await reportAchievement(work, catalogue, { ...body, contact }))
    }),
    route(api.listEvents, async (work, { query }) =>
      listRewardEvents(work, await catalogueFor(work, catalogues), query),
    ),
    route(api.getEvent, async (work, { params }) =>
      getRewardEvent(work, await catalogueFor(work, catalogues), params.id),
    ),
  ]
}
