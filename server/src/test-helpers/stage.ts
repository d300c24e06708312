import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Database, transact } from '../db/index.ts'
import type { EventType } from '../events/index.ts'
import type { AskWithin, Command, SentWithin } from '../http/index.ts'
import { InvalidState, Refusal } from '../kit/error.ts'
import { codeOf, newId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { SECOND } from '../kit/time.ts'
import { happenedSince } from './triggers.store.ts'

/** The code of everything that triggers need: a merchant, an offer there, a scheme, a stage of orders. Shoppers see their names. Promotions leave it out. */
export const TRIGGERS = 'TRIGGERS'

export interface StageWith {
  readonly database: Database
  readonly ask: AskWithin
  readonly command: Command
  readonly clock: () => Date
  readonly moveMoney: () => Promise<void>
}

/** Of answers, what the calls that follow are made of. */
const told = z.object({
  id: z.string().catch(''),
  value: z.string().catch(''),
  claim_id: z.string().catch(''),
  wallet: z.object({ id: z.string() }).catch({ id: '' }),
  receipt: z.object({ qr: z.string() }).catch({ qr: '' }),
  content: z.array(z.object({ id: z.string(), code: z.string().optional() })).catch([]),
})
type Told = z.output<typeof told>

interface Sale {
  readonly contact?: string
  readonly otp?: string
  readonly total: string
  readonly spend?: string
  readonly till?: string
  readonly reduction_method?: string
}

export type Stage = ReturnType<typeof openStage>

/** What a trigger plays with: a place with an offer of ten per cent, and the calls that an integrator would make. */
// A timer may fire a little before its time.
const GRAIN_MS = 20

export function openStage({ database, ask: within, command, clock, moveMoney }: StageWith) {
  const actor = { ...command.actor, scopes: new Set(['*']) }

  /** As if the caller had asked: each in a transaction of its own. */
  const ask = async (name: string, sent: SentWithin): Promise<Told> => {
    const at = clock()
    if (within.isCommand(name)) {
      const asked: Command = {
        actor,
        at,
        requestId: command.requestId,
        address: command.address,
        idempotencyKey: undefined,
        hash: command.hash,
      }
      return told.parse(await within.command(asked, name, sent))
    }
    const answer = await transact(database, { actor, at }, (work) => within.work(work, name, sent))
    await within.afterwards(name)
    return told.parse(answer)
  }
  /** What is there by its code, or is made: also by somebody else at this moment. */
  const ensure = async (names: { readonly read: string; readonly create: string }, body: object) => {
    const params = { id: TRIGGERS }
    try {
      return await ask(names.read, { params })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    return ask(names.create, { body: { code: TRIGGERS, ...body } }).catch((error) =>
      ask(names.read, { params }).catch(() => {
        throw error
      }),
    )
  }
  const place = () =>
    ensure(
      { read: 'getOrganisation', create: 'createOrganisation' },
      { type: 'MERCHANT', name: 'Test shop', taps: [{ code: TRIGGERS }] },
    )
  const contact = async (): Promise<{ readonly id: string; readonly wallet: string }> => {
    const made = await ask('createContact', {
      query: { include_wallet: 'true' },
      body: { first_name: 'Trigger', last_name: 'Happy', phones: [], emails: [] },
    })
    return { id: made.id, wallet: made.wallet.id }
  }
  const buy = async ({ contact: by, otp, total, spend, till, ...more }: Sale) => {
    const { id } = await place()
    const reference = `T-${codeOf(newId())}`
    const body = {
      reference_number: reference,
      ...((by ?? otp) !== undefined && { contact: { ...(by && { id: by }), ...(otp && { otp }) } }),
      organisation: { id: till ?? id },
      transaction_amounts: { total },
      ...(spend !== undefined && { spend_request: { amount: spend } }),
      ...more,
    }
    return { ...(await ask('submitPurchase', { body })), reference }
  }

  return {
    ask,
    contact,
    buy,
    moveMoney,
    /** Epoch seconds, of the business. */
    waitUntil: (seconds: number) => sleep(Math.max(0, seconds * SECOND - clock().getTime()) + GRAIN_MS),
    /** From now, and more than that: a second that has begun does not count. */
    inSeconds: (seconds: number) => Math.ceil(clock().getTime() / SECOND) + seconds,
    /** Somebody who has just been awarded 2.00. */
    buyer: async () => {
      const { id } = await place()
      await ensure(
        { read: 'getRewardOffer', create: 'createRewardOffer' },
        {
          name: '10 % at the test shop',
          state: 'ACTIVE',
          on_top: true,
          award: { kind: 'PERCENTAGE', rate: 10 },
          conditions: [{ kind: 'ORGANISATIONS', organisations: [{ id }] }],
        },
      )
      const who = await contact()
      return { ...(await buy({ contact: who.id, total: '20.00' })), contact: who.id }
    },
    /** A purchase that is expected to be refused. */
    buyRefused: async (sale: Sale) => {
      await buy(sale).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
      })
    },
    credit: (wallet: string, body: object) =>
      ask('createAdjustment', {
        params: { id: wallet },
        body: { type: 'CREDIT', reason: 'A test.', ...body },
      }),
    /** Answers the id of the claim. */
    claim: async (code: string): Promise<string> => {
      const { id } = await contact()
      const body = { contact: { id }, transaction_code: code }
      return (await ask('reclaimPurchase', { body })).claim_id
    },
    scheme: async (): Promise<string> =>
      (
        await ensure(
          { read: 'getRewardScheme', create: 'createRewardScheme' },
          { name: 'Test club', sign_up_option: 'SELF_SIGN_UP' },
        )
      ).id,
    orderStage: async (wanted = { code: TRIGGERS, name: 'Almost ready' }): Promise<string> => {
      const { content } = await ask('listOrderStages', { query: { size: '100' } })
      const there = content.find(({ code }) => code === wanted.code)
      const body = { ...wanted, state: 'IN_PROGRESS' }
      return (there ?? (await ask('createOrderStage', { body }))).id
    },
    order: async (): Promise<string> => {
      const items = [{ sku: TRIGGERS, name: 'Coffee', quantity: 2, price: '2.50' }]
      const [who, where] = [await contact(), await place()]
      const body = { contact_id: who.id, fulfilled_by: where.id, supply_method: 'PICK_UP', items }
      return (await ask('placeOrder', { body })).id
    },
    act: (id: string, action: string, body: object = {}) =>
      ask('actOnOrder', { params: { id }, body: { action, ...body } }),
    first: async (list: string): Promise<string> =>
      present((await ask(list, {})).content[0], `${list} has one`).id,
    /** A venue where nobody has typed a code yet. */
    anotherTill: async (): Promise<string> => {
      const code = `${TRIGGERS}-${codeOf(newId())}`
      const parent = { id: (await place()).id }
      const body = { type: 'VENUE', code, name: 'Test shop, another till', parent, taps: [{ code }] }
      return (await ask('createOrganisation', { body })).id
    },
    /** Until it has happened, for what happens by itself; at most so long as a request may take. */
    until: async (type: EventType, since: string) => {
      for (let tries = 0; tries < 50; tries++) {
        const all = await happenedSince(database, actor.tenant, since)
        if (all.some((each) => each.type === type)) return
        await sleep(200)
      }
      throw InvalidState({
        parameters: ['trigger', type],
        detail: 'It has not happened yet; look at the events.',
      })
    },
  }
}
