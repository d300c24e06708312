import type pg from 'pg'
import {
  type Database,
  groupCommit,
  isPassing,
  isUniqueViolation,
  type Outcome,
  openSlotConnection,
  runnerOfClient,
} from '../db/index.ts'
import type { RawReply } from '../http/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { Busy, Refusal } from '../kit/error.ts'
import { COMMAND_DEADLINE_MS } from '../kit/limits.ts'
import { LANES } from '../ledger/index.ts'
import { absorb } from './absorb.ts'
import type { Catalogue, Catalogues } from './catalogue.ts'
import { decidePurchase, type Writes } from './decide-purchase.ts'
import type { Facts } from './facts.ts'
import { nameKey } from './facts.ts'
import { loadFacts } from './load-facts.ts'
import { CatalogueStale } from './look-up.ts'
import { type PreparedPurchase, type PurchaseCommand, preparePurchase } from './prepare-purchase.ts'
import { type SignCode, showSubmitted } from './show-purchase.ts'
import { type StoreReply, writeGroup } from './write-group.ts'

/** Takes purchases, one call or many at once, and answers each when it is durable. */
export interface PurchaseDesk {
  submit(command: PurchaseCommand): Promise<RawReply>
  /** Answers everything that was taken, then closes its connections. */
  close(): Promise<void>
}

export interface DeskOptions {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly sign: SignCode
}

interface Queued {
  readonly prepared: PreparedPurchase
  readonly since: number
  /** How often a transaction with it was begun. */
  tries: number
}

const SLOTS = 3
const GROUP_SIZE = 64
const FILL = 24
const QUEUE_BOUND = 2_000
const MAX_RELOADS = 5

/**
 * The hot path. Purchases that wait at the same moment share one transaction: their facts are loaded and locked together,
 * each is decided by itself, and all are written and made durable together.
 */
export function openPurchaseDesk({ database, catalogues, sign }: DeskOptions): PurchaseDesk {
  const connections = slotConnections(database.url, SLOTS)
  // Lanes of organisations' accounts: slots of one process never share one, and two processes rarely do.
  const firstLane = Math.floor(Math.random() * LANES)
  const queue = groupCommit<Queued, RawReply>({
    slots: SLOTS,
    size: GROUP_SIZE,
    fill: FILL,
    bound: QUEUE_BOUND,
    overloaded: busy,
    expired: ({ since }) => (performance.now() - since > COMMAND_DEADLINE_MS ? busy() : undefined),
    passing: (error) => isPassing(error) || isUniqueViolation(error),
    run: async (waiting, slot) => {
      const commands = waiting.map((queued) => {
        queued.tries += 1
        return queued.tries > 1 ? { ...queued.prepared, triedBefore: true } : queued.prepared
      })
      const lane = (firstLane + slot) % LANES
      return connections.use(slot, (client) => runGroup(client, commands, { catalogues, sign, lane }))
    },
  })
  return {
    submit: async (command) => {
      const prepared = await prepareWithFresh(command, catalogues, database)
      return queue.add({ prepared, since: performance.now(), tries: 0 })
    },
    close: async () => {
      await queue.drain()
      await connections.close()
    },
  }
}

function busy(): Refusal {
  return Busy({
    detail: 'Too many purchases are waiting; nothing was begun for this one.',
    retryAfterSeconds: 1,
  })
}

/** A refusal may come from a catalogue that is behind: it stands only if the newest says so too. */
async function prepareWithFresh(
  command: PurchaseCommand,
  catalogues: Catalogues,
  database: Database,
): Promise<PreparedPurchase> {
  const { tenant } = command.command.actor
  const held = catalogues.held(tenant) ?? (await catalogues.of(tenant))
  try {
    return preparePurchase(command, held)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { configuration } = await database.query
      .selectFrom('revisions')
      .select('configuration')
      .where('tenant', '=', tenant)
      .executeTakeFirstOrThrow()
    if (configuration <= held.revision) throw error
    return preparePurchase(command, await catalogues.refresh(tenant, configuration))
  }
}

interface GroupContext {
  readonly catalogues: Catalogues
  readonly sign: SignCode
  readonly lane: number
}

async function runGroup(
  client: pg.Client,
  commands: readonly PreparedPurchase[],
  context: GroupContext,
): Promise<readonly Outcome<RawReply>[]> {
  for (let reloads = 0; ; reloads++) {
    try {
      return await attempt(client, commands, context)
    } catch (error) {
      await client.query('rollback')
      if (!(error instanceof CatalogueStale) || reloads >= MAX_RELOADS) throw error
      await context.catalogues.refresh(error.tenant, error.revision)
    }
  }
}

async function attempt(client: pg.Client, commands: readonly PreparedPurchase[], context: GroupContext) {
  const sql = runnerOfClient(client)
  const held = await cataloguesOf(commands, context.catalogues)
  const [, facts] = await Promise.all([client.query('begin'), loadFacts(sql, commands, held)])
  const { outcomes, writes, replies } = decideAll(commands, facts, context)
  if (writes.length === 0 && replies.length === 0) {
    await client.query('rollback')
    return outcomes
  }
  const [first] = commands
  const at = first?.command.at ?? new Date(0)
  await writeGroup(sql, facts, { writes, replies, at }, () => client.query('commit'))
  return outcomes
}

async function cataloguesOf(
  commands: readonly PreparedPurchase[],
  catalogues: Catalogues,
): Promise<Map<Tenant, Catalogue>> {
  const held = new Map<Tenant, Catalogue>()
  for (const { command } of commands) {
    const { tenant } = command.actor
    if (!held.has(tenant)) held.set(tenant, await catalogues.of(tenant))
  }
  return held
}

interface Decided {
  readonly outcomes: readonly Outcome<RawReply>[]
  readonly writes: readonly Writes[]
  readonly replies: readonly StoreReply[]
}

/** One after another over the same facts, each seeing those before it; a refusal is an outcome of its own. */
function decideAll(
  commands: readonly PreparedPurchase[],
  facts: Facts,
  { sign, lane }: GroupContext,
): Decided {
  const writes: Writes[] = []
  const replies: StoreReply[] = []
  const outcomes = commands.map((prepared, position): Outcome<RawReply> => {
    try {
      const decision = decidePurchase(prepared, position, facts, lane)
      if (decision.kind === 'REPLAY')
        return { answer: { status: decision.status, text: decision.text, replayed: true } }
      if (decision.kind === 'EARLIER') {
        return {
          answer: {
            status: 200,
            text: JSON.stringify(showSubmitted(decision.purchase, sign)),
            replayed: true,
          },
        }
      }
      const { made } = decision.writes
      const explanation = prepared.includeExplain ? made.explanation : undefined
      const answer = { status: 200, text: JSON.stringify(showSubmitted(made.purchase, sign, explanation)) }
      if (prepared.simulate) return { answer }
      absorb(facts, decision.writes)
      writes.push(decision.writes)
      keepReply(prepared, answer, facts, replies)
      return { answer }
    } catch (error) {
      return { refused: error }
    }
  })
  return { outcomes, writes, replies }
}

function keepReply(
  { command }: PreparedPurchase,
  { status, text }: RawReply,
  facts: Facts,
  replies: StoreReply[],
): void {
  const { idempotencyKey: key, hash, actor } = command
  if (key === undefined) return
  replies.push({ tenant: actor.tenant, key, hash, status, text })
  facts.replies.set(nameKey(actor.tenant, key), { hash, status, text })
}

interface SlotConnections {
  use<Result>(slot: number, run: (client: pg.Client) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** One connection a slot, opened when first needed and again after it was lost. */
function slotConnections(url: string, slots: number): SlotConnections {
  const open: (Promise<pg.Client> | undefined)[] = Array.from({ length: slots }, () => undefined)
  return {
    use: async (slot, run) => {
      const connection = open[slot] ?? openSlotConnection(url)
      open[slot] = connection
      try {
        return await run(await connection)
      } catch (error) {
        if (isPassing(error)) {
          open[slot] = undefined
          void connection.then((client) => client.end()).catch(() => {})
        }
        throw error
      }
    },
    close: async () => {
      for (const connection of open) await connection?.then((client) => client.end()).catch(() => {})
    },
  }
}
