import type { Database, Work } from '../db/index.ts'
import { guardedRoute, type Route, route } from '../http/index.ts'
import { invalidField } from '../kit/error.ts'
import { newId, type TillId } from '../kit/id.ts'
import { pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { getOrganisation } from '../organisations/index.ts'
import type { PurchaseDesk } from '../purchases/index.ts'
import { endQueue } from './end-queue.ts'
import { submitEntry } from './submit-entry.ts'
import { takeEntry } from './take-entry.ts'
import { firstHead, hashOfEntry, pointOf, type Till } from './till.ts'
import * as api from './tills.api.ts'
import {
  countIncidents,
  countTills,
  findTill,
  insertTill,
  pageOfIncidents,
  pageOfTills,
} from './tills.store.ts'

export interface TillsWiring {
  readonly database: Database
  readonly desk: PurchaseDesk
}

export function tillsRoutes({ database, desk }: TillsWiring): readonly Route[] {
  return [
    route(api.registerTill, async (work, { body }) =>
      shown(await insertTill(work, newTill(work, body.name, body.public_key))),
    ),
    route(api.listTills, async (work, { query }) => {
      const { organisation_id: named } = query
      const at = named === undefined ? undefined : (await getOrganisation(work, named)).id
      const total = query.include_total ? await countTills(work, at) : null
      const request = { page: query.page, size: query.size, includeTotal: query.include_total }
      return pageOf(request, await pageOfTills(work, query, at), shown, total)
    }),
    route(api.getTill, async (work, { params }) => shown(await findTill(work, params.id))),
    guardedRoute(
      api.sendQueuedPurchase,
      (command, { params, body }) =>
        takeEntry(database, command, {
          till: params.id,
          entry: {
            counter: BigInt(body.counter),
            previous: body.previous,
            payload: body.payload,
            signature: Buffer.from(body.signature, 'base64url'),
          },
        }),
      (work, { params, body: { counter, previous, payload } }) => {
        const entry = { counter: BigInt(counter), previous, payload }
        return submitEntry(
          work,
          { till: params.id, counter, payload },
          { desk, hashOf: (till) => hashOfEntry(till, entry) },
        )
      },
    ),
    guardedRoute(
      api.endTillQueue,
      (command, { params, body: { counter, head, signature } }) =>
        endQueue(database, command, {
          till: params.id,
          end: { counter: BigInt(counter), head, signature: Buffer.from(signature, 'base64url') },
        }),
      async (work, { params }) => shown(await findTill(work, params.id)),
    ),
    route(api.listTillIncidents, async (work, { params, query }) => {
      const { id } = await findTill(work, params.id)
      const total = query.include_total ? await countIncidents(work, id) : null
      const request = { page: query.page, size: query.size, includeTotal: query.include_total }
      return pageOf(
        request,
        await pageOfIncidents(work, id, query),
        (row) => ({
          id: row.id,
          kind: row.kind,
          counter: Number(row.counter),
          expected: Number(row.expected),
          created_on: epochSeconds(row.created_at),
        }),
        total,
      )
    }),
  ]
}

function newTill({ actor, at }: Work, name: string, key: { readonly x: string; readonly y: string }): Till {
  const publicKey = pointOf(key)
  if (!publicKey)
    throw invalidField('public_key', 'not a point on P-256', 'a key of ECDSA with P-256 is needed')
  const id = newId<TillId>()
  return { id, name, within: actor.within, publicKey, counter: 0n, head: firstHead(id), createdAt: at }
}

function shown({ id, name, counter, head, createdAt }: Till): api.TillReply {
  return {
    id,
    name,
    counter: Number(counter),
    head: head.toString('hex'),
    created_on: epochSeconds(createdAt),
  }
}
