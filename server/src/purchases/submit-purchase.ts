import type pg from 'pg'
import { type Database, groupCommit, isPassing, isUniqueViolation, openSlotConnection } from '../db/index.ts'
import type { RawReply } from '../http/index.ts'
import { Busy, Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { COMMAND_DEADLINE_MS } from '../kit/limits.ts'
import { LANES } from '../ledger/index.ts'
import { PassAlreadyRedeemed, requirePin } from '../passes/index.ts'
import type { HashCode, WalletCodes } from '../tokens/index.ts'
import { authoriseSpend } from './authorise-spend.ts'
import { BringsMoney } from './brings-money.ts'
import type { Catalogues } from './catalogue.ts'
import { type GaveWay, giveWay, MeetsReceipt } from './give-way.ts'
import { type PreparedPurchase, type PurchaseCommand, preparePurchase } from './prepare-purchase.ts'
import { recogniseBuyer } from './recognise-buyer.ts'
import { runGroup } from './run-group.ts'
import { type PassContext, runWithPass } from './run-with-pass.ts'
import type { SignCode } from './show-purchase.ts'

/** Takes purchases, one call or many at once, and answers each when it is durable. */
export interface PurchaseDesk {
  submit(command: PurchaseCommand): Promise<RawReply>
  /** Purchases that are waited for: those that no group has taken yet, and those that are being judged. */
  readonly unanswered: number
  /** Answers everything that was taken, then closes its connections. */
  close(): Promise<void>
}

export interface DeskOptions {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly sign: SignCode
  readonly hashCode: HashCode
  readonly walletCodes: WalletCodes
  /** For the claim whose purchase gives way to the till's. */
  readonly gaveWay?: GaveWay
}

interface Queued {
  readonly prepared: PreparedPurchase
  readonly since: number
  /** How often a transaction with it was begun. */
  tries: number
}

const SLOTS = 2
const GROUP_SIZE = 64
const FILL = 4
const QUEUE_BOUND = 2_000
// A receipt may be submitted again in the moment in which the one before gave way.
const MOST_MET = 5

/**
 * The hot path. Purchases that wait at the same moment share one transaction: their facts are loaded and locked together,
 * each is decided by itself, and all are written and made durable together.
 */
export function openPurchaseDesk({
  database,
  catalogues,
  sign,
  hashCode,
  walletCodes,
  gaveWay = async () => {},
}: DeskOptions): PurchaseDesk {
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
  const add = (prepared: PreparedPurchase) => queue.add({ prepared, since: performance.now(), tries: 0 })
  const submitOnce = async (prepared: PreparedPurchase): Promise<RawReply> => {
    try {
      return await add(prepared)
    } catch (error) {
      if (!(error instanceof BringsMoney)) throw error
      return payWithPass({ database, catalogues, sign }, { prepared, contact: error.contact, add })
    }
  }
  const taking = { database, catalogues, hashCode, gaveWay, submitOnce }
  return {
    submit: async (command) => {
      try {
        return await take(command, taking)
      } catch (refused) {
        const known = await recogniseBuyer(database, command, { refused, codes: walletCodes })
        if (!known) throw refused
        return take(known, taking)
      }
    },
    get unanswered() {
      return queue.unanswered
    },
    close: async () => {
      await queue.drain()
      await connections.close()
    },
  }
}

interface Taking extends Pick<DeskOptions, 'database' | 'catalogues' | 'hashCode'> {
  readonly gaveWay: GaveWay
  readonly submitOnce: (prepared: PreparedPurchase) => Promise<RawReply>
}

async function take(
  command: PurchaseCommand,
  { database, catalogues, hashCode, gaveWay, submitOnce }: Taking,
): Promise<RawReply> {
  const named = await prepareWithFresh(command, catalogues, database)
  if (named.pass?.pin !== undefined) {
    const { code, pin } = named.pass
    await requirePin(database, command.command, { code, pin })
  }
  const otp = command.body.contact?.otp
  const prepared =
    otp === undefined
      ? named
      : await prepareWithFresh(
          { ...command, token: await authoriseSpend(database, named, { otp, hash: hashCode }) },
          catalogues,
          database,
        )
  for (let met = 0; ; met++) {
    try {
      return await submitOnce(prepared)
    } catch (error) {
      if (!(error instanceof MeetsReceipt) || met >= MOST_MET) throw error
      await giveWay({ database, catalogues, gaveWay }, command.command, error.purchase)
    }
  }
}

interface PayingWithPass {
  readonly prepared: PreparedPurchase
  readonly contact: ContactId
  readonly add: (prepared: PreparedPurchase) => Promise<RawReply>
}

/** Where the same purchase, sent twice at once, has redeemed the pass meanwhile, its answer stands. */
async function payWithPass(
  context: PassContext,
  { prepared, contact, add }: PayingWithPass,
): Promise<RawReply> {
  try {
    return await runWithPass(context, prepared, contact)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== PassAlreadyRedeemed.kind) throw error
    return add({ ...prepared, triedBefore: true }).catch((again: unknown) => {
      throw again instanceof BringsMoney ? error : again
    })
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

interface SlotConnections {
  use<Result>(slot: number, run: (client: pg.Client) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

interface SlotConnection {
  readonly client: pg.Client
  groups: number
}

// A power of this many groups: often while tables are young, then ever more seldom.
const REPLAN_BASE = 8

/**
 * Plans are kept with the connection, and one made while a table was empty reads it whole when it has grown. PostgreSQL plans
 * by the present size of tables, so plans are made anew after 8, 64, 512 … groups.
 */
async function replanSometimes(connection: SlotConnection): Promise<void> {
  connection.groups += 1
  if (isPowerOf(REPLAN_BASE, connection.groups)) await connection.client.query('discard plans')
}

function isPowerOf(base: number, value: number): boolean {
  let power = base
  while (power < value) power *= base
  return power === value
}

/** One connection a slot, opened when first needed and again after it was lost. */
function slotConnections(url: string, slots: number): SlotConnections {
  const open: (Promise<SlotConnection> | undefined)[] = Array.from({ length: slots }, () => undefined)
  const forget = (slot: number, connection: Promise<SlotConnection>) => {
    open[slot] = undefined
    void connection.then(({ client }) => client.end()).catch(() => {})
  }
  return {
    use: async (slot, run) => {
      const connection = open[slot] ?? openSlotConnection(url).then((client) => ({ client, groups: 0 }))
      open[slot] = connection
      try {
        const opened = await connection
        await replanSometimes(opened)
        return await run(opened.client)
      } catch (error) {
        if (isPassing(error)) forget(slot, connection)
        throw error
      }
    },
    close: async () => {
      for (const connection of open) await connection?.then(({ client }) => client.end()).catch(() => {})
    },
  }
}
