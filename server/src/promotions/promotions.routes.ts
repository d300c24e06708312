import { nameOfCaller } from '../access/index.ts'
import { writeAct } from '../audit/index.ts'
import { type Database, transact, type Work } from '../db/index.ts'
import {
  type AskWithin,
  askWithin,
  type Command,
  commandRoute,
  earlierReply,
  type RawReply,
  type Route,
  route,
  storeReply,
} from '../http/index.ts'
import { applyPromotion, seeOneInstant } from './apply-promotion.ts'
import { getPromotion, listPromotions, showPromotion } from './list-promotions.ts'
import { preparePromotion } from './prepare-promotion.ts'
import type { Promotion } from './promotion.ts'
import {
  type ApplyBody,
  applyPromotion as applyEndpoint,
  getPromotion as getEndpoint,
  listPromotions as listEndpoint,
  preparePromotion as prepareEndpoint,
} from './promotions.api.ts'

export interface PromotionsWiring {
  readonly database: Database
}

/** `served` are the endpoints through which configuration is read and written. */
export function promotionsRoutes(served: readonly Route[], { database }: PromotionsWiring): readonly Route[] {
  const ask = askWithin(served)
  return [
    route(prepareEndpoint, async (work, { body }) => showPromotion(await preparePromotion(ask, work, body))),
    route(listEndpoint, (work, { query }) => listPromotions(work, query)),
    route(getEndpoint, (work, { params }) => getPromotion(work, params.id)),
    commandRoute(applyEndpoint, (command, { params, body }) =>
      transact(database, command, async (work) => {
        await seeOneInstant(work)
        return applied(ask, work, { command, ...params, ...body })
      }),
    ),
  ]
}

interface Asked extends ApplyBody {
  readonly id: string
  readonly command: Command
}

async function applied(ask: AskWithin, work: Work, { command, id, digest }: Asked): Promise<RawReply> {
  const { idempotencyKey: key, hash } = command
  const earlier = key === undefined ? undefined : await earlierReply(work, key, hash)
  if (earlier) return earlier
  const promotion = await applyPromotion(ask, work, { id, digest })
  const reply = { status: 200, text: JSON.stringify(showPromotion(promotion)) }
  if (key !== undefined) await storeReply(work, key, hash, reply)
  if (promotion.appliedAt === work.at) await writeDown(work, command, promotion)
  return reply
}

/** Who made which changes stands in the log, beside what each of them was. */
async function writeDown(work: Work, command: Command, { id, changes }: Promotion): Promise<void> {
  await writeAct(work, command, {
    operation: applyEndpoint.name,
    target: id,
    changes: changes.flatMap(({ kind, code, of, fields }) =>
      fields.map(({ field, from, to }) => ({
        field: [kind, ...(of === undefined ? [] : [of]), code, field].join(' '),
        before: from,
        after: to,
      })),
    ),
    name: await nameOfCaller(work),
  })
}
