import type pg from 'pg'
import { type Outcome, runnerOfClient, type Work } from '../db/index.ts'
import type { RawReply } from '../http/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { absorb } from './absorb.ts'
import { BringsMoney } from './brings-money.ts'
import type { Catalogue, Catalogues } from './catalogue.ts'
import { decidePurchase, type Writes } from './decide-purchase.ts'
import { settleEarly, withEarly } from './early-of.ts'
import type { Explanation } from './explain.ts'
import { type Facts, nameKey } from './facts.ts'
import { MeetsReceipt } from './give-way.ts'
import { loadFacts } from './load-facts.ts'
import { CatalogueStale } from './look-up.ts'
import { type PreparedPurchase, preparePurchase } from './prepare-purchase.ts'
import { type SignCode, showSubmitted, type Told } from './show-purchase.ts'
import { explanationIn, tellExplanation } from './tell-explanation.ts'
import { type StoreReply, writeGroup } from './write-group.ts'

const MAX_RELOADS = 5

export interface GroupContext {
  readonly catalogues: Catalogues
  readonly sign: SignCode
  readonly lane: number
}

/** Runs one group in one transaction; again, with everything read anew, when what is held in memory was behind. */
export async function runGroup(
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

async function attempt(
  client: pg.Client,
  commands: readonly PreparedPurchase[],
  context: GroupContext,
): Promise<readonly Outcome<RawReply>[]> {
  const held = await cataloguesOf(commands, context.catalogues)
  const renewed = commands.map((prepared) => renew(prepared, held.get(prepared.command.actor.tenant)))
  const decided = await decideTogether(client, renewed.flatMap(stillValid), { ...context, held })
  let next = 0
  return renewed.map((each) => ('refused' in each ? each : (decided[next++] ?? LEFT_OUT)))
}

const LEFT_OUT: Outcome<RawReply> = { refused: new Error('a command was left without an outcome') }

function stillValid(renewed: Renewed): PreparedPurchase[] {
  return 'refused' in renewed ? [] : [renewed]
}

type Renewed = PreparedPurchase | { readonly refused: unknown }

/** What was prepared by an older catalogue is prepared again: the venue may have closed since, or a new one opened. */
function renew(prepared: PreparedPurchase, catalogue: Catalogue | undefined): Renewed {
  if (!catalogue || prepared.revision === catalogue.revision) return prepared
  try {
    const { id, luck, triedBefore } = prepared
    return { ...preparePurchase(prepared, catalogue), id, luck, triedBefore }
  } catch (error) {
    return { refused: error }
  }
}

async function decideTogether(
  client: pg.Client,
  commands: readonly PreparedPurchase[],
  context: GroupContext & { readonly held: ReadonlyMap<Tenant, Catalogue> },
): Promise<readonly Outcome<RawReply>[]> {
  const [first] = commands
  if (!first) return []
  const sql = runnerOfClient(client)
  const [, facts] = await Promise.all([client.query('begin'), loadFacts(sql, commands, context.held)])
  const { outcomes, writes, replies } = decideAll(commands, facts, context)
  if (writes.length === 0 && replies.length === 0) await client.query('rollback')
  else await writeGroup(sql, facts, { writes, replies, at: first.command.at }, () => client.query('commit'))
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

/** Decides one purchase and writes it within a transaction that did something before, and that whoever began it ends. */
export async function runWithin(
  work: Work,
  prepared: PreparedPurchase,
  context: GroupContext,
): Promise<Outcome<RawReply>> {
  const held = await cataloguesOf([prepared], context.catalogues)
  const renewed = renew(prepared, held.get(work.actor.tenant))
  if ('refused' in renewed) return renewed
  const facts = await loadFacts(work.sql, [renewed], held)
  const { outcomes, writes, replies } = decideAll([renewed], facts, context)
  if (writes.length > 0 || replies.length > 0)
    await writeGroup(work.sql, facts, { writes, replies, at: work.at }, async () => {})
  return outcomes[0] ?? LEFT_OUT
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
      if (decision.kind === 'MEETS') return { refused: new MeetsReceipt(decision.purchase) }
      if (decision.kind === 'BRINGS_MONEY') return { refused: new BringsMoney(decision.contact) }
      if (decision.kind === 'EARLIER') {
        return {
          answer: {
            status: 200,
            text: JSON.stringify(showSubmitted(decision.purchase, sign)),
            replayed: true,
          },
        }
      }
      const catalogue = facts.catalogues.get(prepared.command.actor.tenant)
      const decided = withEarly(prepared, decision.writes, facts)
      const { made } = decided
      const told = catalogue && toldWith(prepared, made.explanation, catalogue)
      const answer = { status: 200, text: JSON.stringify(showSubmitted(made.purchase, sign, told)) }
      if (prepared.simulate) return { answer }
      absorb(facts, decided)
      settleEarly(facts, decided)
      writes.push(decided)
      keepReply(prepared, answer, facts, replies)
      return { answer }
    } catch (error) {
      return { refused: error }
    }
  })
  return { outcomes, writes, replies }
}

function toldWith(
  { command: { language }, includeExplain, simulate }: PreparedPurchase,
  explanation: Explanation,
  catalogue: Catalogue,
): Told {
  if (!includeExplain && !simulate) return {}
  const full = tellExplanation(explanation, catalogue)
  const told = explanationIn(language, full, catalogue)
  return {
    explanation: includeExplain ? told : undefined,
    nearMisses: simulate ? told.near_misses : undefined,
    // The line for the cashier is in the contact's language, whatever the answer is in.
    nearMissToSay: simulate ? full.near_misses[0] : undefined,
  }
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
