import { isDeepStrictEqual } from 'node:util'
import { createApiKey } from '../../server/src/access/index.ts'
import { transact } from '../../server/src/db/index.ts'
import { API_VERSION } from '../../server/src/http/index.ts'
import { nobody } from '../../server/src/kit/actor.ts'
import { createBusiness } from '../../server/src/organisations/index.ts'
import { apply } from './apply.ts'
import {
  type Books,
  type Made,
  madeInOrder,
  modelBooks,
  modelSpendsOf,
  productBooks,
  spendsOf,
} from './books.ts'
import { type Answer, type Command, type Names, wireOf } from './commands.ts'
import { Differs, expectEqual } from './differs.ts'
import { drawCommand, drawTogether } from './draw-command.ts'
import type { Rules } from './model/rules.ts'
import { type Claim, copyOf, emptyState, expire, type State } from './model/state.ts'
import { persist } from './persist.ts'
import type { Place } from './place.ts'
import type { Random } from './random.ts'
import { drawRules, offerOnTheWire, poolOnTheWire } from './rules-of-world.ts'

/** One business with its model. Worlds know nothing of each other, so several are played at once. */
export interface World {
  readonly name: string
  readonly place: Place
  readonly key: string
  readonly tenant: number
  readonly rules: Rules
  readonly contactOf: ReadonlyMap<string, string>
  readonly lotNames: Map<string, string>
  readonly random: Random
  readonly sent: Command[]
  readonly names: Names
  /** The digits of one-time codes, by what they are called here. */
  readonly codes: Map<string, string>
  state: State
  references: number
  steps: number
  /** How many commands of each kind were done, and how many refused. */
  readonly played: Map<string, number>
}

const RECENT = 60

interface Opening {
  readonly played: Map<string, number>
  readonly place: Place
  readonly name: string
  readonly random: Random
  readonly now: number
}

export async function openWorld({ place, name, random, now, played }: Opening): Promise<World> {
  const { key, tenant } = await persist((attempt) => createTenant(place, `${name}-${attempt}`, now))
  const rules = drawRules(random, name)
  const make = async (path: string, body: object) => {
    const { status, text, body: made } = await place.call(key, 'POST', path, body)
    if (status !== 200) throw new Error(`${path}: ${status} ${text} for ${JSON.stringify(body)}`)
    return made
  }
  const merchant = await make('organisations', {
    type: 'MERCHANT',
    name: 'M',
    code: 'M',
    taps: [{ code: 'M', name: 'M' }],
  })
  for (const code of rules.venues) {
    const taps = [{ code, name: code }]
    await make('organisations', { type: 'VENUE', name: code, code, parent: { id: merchant.id }, taps })
  }
  for (const pool of rules.pools.values()) await make('commerce_pools', poolOnTheWire(pool))
  for (const offer of rules.offers) await make('reward_offers', offerOnTheWire(offer))
  const contactOf = new Map<string, string>()
  for (const code of rules.contacts) {
    const { wallet } = await make('contacts', { first_name: 'Somebody', last_name: code, code })
    contactOf.set(wallet.id, code)
  }
  const codes = new Map<string, string>()
  return {
    name,
    place,
    key,
    tenant,
    rules,
    contactOf,
    lotNames: new Map(),
    random,
    sent: [],
    names: namesOf(contactOf, codes),
    codes,
    state: emptyState(now),
    references: 0,
    steps: 0,
    played,
  }
}

function namesOf(contactOf: ReadonlyMap<string, string>, codes: ReadonlyMap<string, string>): Names {
  const walletOf = new Map([...contactOf].map(([wallet, contact]) => [contact, wallet]))
  return {
    walletOf: (contact) => walletOf.get(contact) ?? contact,
    codeOf: (token) => codes.get(token) ?? '000000',
  }
}

async function createTenant({ database }: Place, name: string, now: number) {
  return transact(database, { actor: nobody, at: new Date(now * 1_000) }, async ({ db, at }) => {
    const wanted = { name, code: name, currency: 'EUR', timeZone: 'Europe/Nicosia', mode: 'TEST' as const }
    const work = await createBusiness(db, wanted, at)
    const made = { name: 'simulation', kind: 'SECRET' as const, scopes: ['*'], apiVersion: API_VERSION }
    const { key } = await createApiKey(work, made)
    return { key, tenant: work.actor.tenant }
  })
}

/** Time goes on, and what is due expires or waits for its round. */
export function passTime(world: World, now: number, options: { readonly expire: boolean }): void {
  world.state.now = now
  if (options.expire) expire(world.state)
}

/** One command or a few at once; answers how many. Throws `Differs` when the product does not what the rules say. */
export async function step(world: World): Promise<number> {
  const { random } = world
  const drawing = {
    random,
    rules: world.rules,
    state: world.state,
    sent: world.sent,
    fresh: () => {
      world.references += 1
      return `R${world.references}`
    },
  }
  const together = random.chance(0.12) ? drawTogether(drawing) : [drawCommand(drawing)]
  const isLost = random.chance(0.04) && together.every(({ kind }) => kind !== 'TOKEN')
  world.sent.push(...together)
  if (world.sent.length > RECENT) world.sent.splice(0, world.sent.length - RECENT)
  if (isLost) await loseAll(world, together, random.whole(0, 6))
  const answers = await Promise.all(
    together.map((each) => world.place.post(world.key, wireOf(each, world.names))),
  )
  for (const [index, { kind, reference }] of together.entries()) {
    const { status, body } = answers[index] ?? {}
    const name = status === 400 ? `${kind} refused` : kind
    world.played.set(name, (world.played.get(name) ?? 0) + 1)
    if (kind === 'TOKEN' && body.value) world.codes.set(reference, body.value)
  }
  world.steps += together.length
  await follow(world, together, answers)
  return together.length
}

/** Sent, and nobody waits for the answer; then sent again like a till would. */
async function loseAll(
  { place, key, names }: World,
  commands: readonly Command[],
  afterMs: number,
): Promise<void> {
  await Promise.all(commands.map((each) => place.lose(key, wireOf(each, names), afterMs)))
}

/** Moves the model along: commands that were under way together may have come in any order, but in one. */
async function follow(world: World, commands: readonly Command[], answers: readonly Answer[]): Promise<void> {
  const orders = ordersOf(commands.length)
  const books = await persist(() => productBooks(world))
  // Of commands under way together, which lots each used tells the order that answers alone may leave open.
  const references = orders.length > 1 ? commands.map(({ reference }) => reference) : []
  const spends = orders.length > 1 ? await persist(() => spendsOf(world, references)) : []
  let difference: unknown
  for (const order of orders) {
    const state = orders.length === 1 ? world.state : copyOf(world.state)
    try {
      for (const index of order) applyOne(world, state, { commands, answers, index })
      expectSame(books, modelBooks(state))
      expectEqual('spends', spends, modelSpendsOf(state, references))
      world.state = state
      if (orders.length > 1) orderMade(state, await persist(() => madeInOrder(world)))
      return
    } catch (error) {
      if (!(error instanceof Differs)) throw error
      difference ??= error
    }
  }
  throw difference
}

/**
 * Of commands that do not touch each other no answer tells which came first, but of equal lots the older one is used first, and a
 * lot repays the debts that are older than it.
 */
function orderMade(state: State, made: readonly Made[]): void {
  // Lots of purchases that were void as they came are there too.
  const keys = made.flatMap((each) => (each.made === 'LOT' ? [each.key] : []))
  state.lots = keys.length
  const places = new Map(keys.map((key, place) => [key, place]))
  for (const { lots, claims } of state.wallets.values()) {
    for (const lot of lots) lot.order = places.get(lot.key) ?? lot.order
    orderClaims(claims, { made, own: new Set(lots.map(({ key }) => key)) })
  }
}

function orderClaims(
  claims: Claim[],
  { made, own }: { readonly made: readonly Made[]; readonly own: ReadonlySet<string> },
): void {
  const older: string[] = []
  const waiting = Map.groupBy(claims, ({ lot }) => lot)
  const inOrder = made.flatMap(({ made: kind, key }): Claim[] => {
    if (!own.has(key)) return []
    if (kind === 'LOT') older.push(key)
    const claim = kind === 'DEBT' ? waiting.get(key)?.shift() : undefined
    return claim ? [{ ...claim, older: [...older] }] : []
  })
  expectEqual('how many debts there are', inOrder.length, claims.length)
  claims.splice(0, claims.length, ...inOrder)
}

interface Sent {
  readonly commands: readonly Command[]
  readonly answers: readonly Answer[]
  readonly index: number
}

function applyOne({ rules }: World, state: State, { commands, answers, index }: Sent): void {
  const command = commands[index]
  const answer = answers[index]
  if (command && answer) apply(state, rules, command, answer)
}

function expectSame(product: Books, model: Books): void {
  if (isDeepStrictEqual(product, model)) return
  const differing = (Object.keys(model) as (keyof Books)[]).filter(
    (part) => !isDeepStrictEqual(product[part], model[part]),
  )
  const told = differing.map((part) => `${part}: ${differencesOf(product[part], model[part])}`)
  throw new Differs(`after the step ${told.join('; ')}`)
}

function differencesOf(product: unknown, model: unknown): string {
  if (typeof product !== 'object' || typeof model !== 'object' || !product || !model) {
    return `the product has ${JSON.stringify(product)}, the model ${JSON.stringify(model)}`
  }
  const [a, b] = [new Map(Object.entries(product)), new Map(Object.entries(model))]
  const names = [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => !isDeepStrictEqual(a.get(name), b.get(name)),
  )
  return names
    .map(
      (name) =>
        `${name} is ${JSON.stringify(a.get(name))} in the product, ${JSON.stringify(b.get(name))} in the model`,
    )
    .join(', ')
}

function ordersOf(count: number): number[][] {
  if (count <= 1) return [[0]]
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  )
}

/** What only a look at everything finds. */
export async function verifyWorld({ place, key }: World): Promise<void> {
  const { body } = await place.call(key, 'GET', 'ledger/verify')
  if (body.holds) return
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
  const broken = body.checks.flatMap((check: any) =>
    check.broken.map((each: string) => `${check.name}: ${each}`),
  )
  throw new Differs(`the books do not hold: ${broken.join('; ')}`)
}
