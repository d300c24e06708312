import { type Route, route } from '../http/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import * as api from './achievements.api.ts'
import { getRewardEvent, listRewardEvents, showEvent } from './list-reward-events.ts'
import { reportAchievement } from './report-achievement.ts'

export interface AchievementRouteOptions {
  readonly catalogues: Catalogues
}

export function achievementsRoutes({ catalogues }: AchievementRouteOptions): readonly Route[] {
  return [
    route(api.reportAchievement, async (work, { body }) => {
      const catalogue = await catalogueFor(work, catalogues)
      return showEvent(work, catalogue, await reportAchievement(work, catalogue, body))
    }),
    route(api.listEvents, async (work, { query }) =>
      listRewardEvents(work, await catalogueFor(work, catalogues), query),
    ),
    route(api.getEvent, async (work, { params }) =>
      getRewardEvent(work, await catalogueFor(work, catalogues), params.id),
    ),
  ]
}
