import type { Buying, Claiming, Command, Returning } from './commands.ts'
import type { Rules } from './model/rules.ts'
import type { State } from './model/state.ts'
import type { Random } from './random.ts'
import { SKUS } from './rules-of-world.ts'

export interface Drawing {
  readonly random: Random
  readonly rules: Rules
  readonly state: State
  /** Everything that was sent before. */
  readonly sent: readonly Command[]
  /** A reference number that nobody has used. */
  fresh(): string
}

const DAY = 86_400
const MOST_LATE_DAYS = 6
const RECENT = 40

/** One command of a client who knows nothing of the rules: sensible ones, repeated ones, and some that come too early. */
export function drawCommand(drawing: Drawing): Command {
  const { random, state, sent } = drawing
  const kind = random.next()
  const known = [...state.purchases.keys()]
  const again = sent.filter((each) => each.kind !== 'TOKEN').slice(-RECENT)
  if (kind < 0.05 && again.length > 0) return random.pick(again)
  if (kind < 0.1) return drawPurchase(drawing, 'QUOTE', drawing.fresh())
  const early = [...state.early.keys()]
  // What waits for its purchase gets it sooner or later.
  if (kind < 0.14 && early.length > 0) return drawPurchase(drawing, 'PURCHASE', random.pick(early))
  if (kind < 0.16) return { kind: 'VOID', reference: drawing.fresh() }
  if (kind < 0.18) return drawReturn(drawing, drawing.fresh())
  if (kind < 0.3 && known.length > 0) return { kind: 'VOID', reference: random.pick(known.slice(-RECENT)) }
  if (kind < 0.5 && known.length > 0) return drawReturn(drawing, random.pick(known.slice(-RECENT)))
  if (kind < 0.6) return drawMoney(drawing)
  if (kind < 0.66 && state.tokens.size > 0) return drawWithCode(drawing)
  if (kind < 0.72) return drawClaim(drawing) ?? drawPurchase(drawing, 'PURCHASE', drawing.fresh())
  return drawPurchase(drawing, 'PURCHASE', drawing.fresh())
}

function drawPurchase({ random, rules, state }: Drawing, kind: Buying['kind'], reference: string): Buying {
  const isUnclaimed = random.chance(0.12)
  const lines = Array.from({ length: random.whole(1, 4) }, () => ({
    sku: random.pick(SKUS),
    quantity: random.whole(1, 3),
    cents: random.chance(0.1) ? random.whole(1, 5) : random.whole(50, 2_500),
  }))
  const total = lines.reduce((sum, { cents }) => sum + cents, 0)
  return {
    kind,
    reference,
    contact: isUnclaimed ? null : random.pick(rules.contacts),
    venue: random.pick(rules.venues),
    lines,
    spend:
      !isUnclaimed && random.chance(0.5)
        ? { amount: random.whole(1, Math.ceil(total * 1.2)), full: random.chance(0.2) }
        : null,
    date: state.now - (random.chance(0.15) ? random.whole(1, MOST_LATE_DAYS * DAY) : 0),
  }
}

function drawReturn({ random, state, fresh }: Drawing, purchase: string): Returning {
  const count = state.purchases.get(purchase)?.lines.length ?? random.whole(1, 3)
  const lines = Array.from({ length: count }, (_, index) => index + 1).filter(() => random.chance(0.6))
  const products = (lines.length > 0 ? lines : [1]).map((line) => ({ line, quantity: random.whole(1, 3) }))
  return { kind: 'RETURN', reference: fresh(), purchase, products }
}

/** Money that comes in, goes from one to another, or may be used once. */
function drawMoney({ random, rules, state, fresh }: Drawing): Command {
  const [contact, to] = twoOf(random, rules.contacts)
  const pool = random.chance(0.5) ? null : random.pick([...rules.pools.keys()])
  const amount = random.whole(50, 3_000)
  const kind = random.next()
  const topups = [...state.topups.keys()]
  if (kind < 0.25) return { kind: 'TOPUP', reference: fresh(), contact, amount, pool }
  if (kind < 0.4 && topups.length > 0) return { kind: 'TOPUP_VOID', reference: random.pick(topups) }
  if (kind < 0.7)
    return { kind: 'TRANSFER', reference: fresh(), contact, to, amount: random.whole(1, 600), pool }
  return { kind: 'TOKEN', reference: fresh(), contact, amount: random.chance(0.5) ? null : amount }
}

/** Mostly of a receipt that is nobody's, sometimes of one that was claimed, returned or voided: by its own contact, as others would be guessing. */
function drawClaim({ random, rules, state, fresh }: Drawing): Claiming | undefined {
  const unclaimed = [...state.purchases.values()].filter(({ contact }) => contact === null)
  const others = [...state.purchases.values()].slice(-RECENT)
  const some = unclaimed.length > 0 && random.chance(0.8) ? unclaimed : others
  if (some.length === 0) return undefined
  const { reference, contact, venue, lines } = random.pick(some)
  const total = lines.reduce((sum, { cents }) => sum + cents, 0)
  return {
    kind: 'CLAIM',
    reference,
    contact: contact ?? random.pick(rules.contacts),
    venue,
    total,
    key: fresh(),
  }
}

/** By a one-time code: mostly one that lives, sometimes one that is over, or with another amount than the code's. */
function drawWithCode(drawing: Drawing): Command {
  const { random, state } = drawing
  const { contact, ...buying } = drawPurchase(drawing, 'PURCHASE', drawing.fresh())
  const [name, token] = random.pick([...state.tokens].slice(-3).concat([...state.tokens].slice(-1)))
  const amount = token.amount === null || random.chance(0.2) ? random.whole(1, 2_000) : token.amount
  const spend = random.chance(0.7) ? null : { amount, full: random.chance(0.2) }
  return { ...buying, contact: token.contact, token: name, spend }
}

function twoOf(random: Random, contacts: readonly string[]): readonly [string, string] {
  const first = random.pick(contacts)
  return [first, random.pick(contacts.filter((each) => each !== first))]
}

function isOfAnybody(command: Command): boolean {
  return (command.kind === 'PURCHASE' || command.kind === 'QUOTE') && command.token === undefined
}

/** A code that is told while another is asked for is known to nobody, so these are asked for one at a time. */
function drawForMany(drawing: Drawing): Command {
  for (;;) {
    const command = drawCommand(drawing)
    if (command.kind !== 'TOKEN') return command
  }
}

/** The same and others, to be sent in one moment: mostly of one contact. */
export function drawTogether(drawing: Drawing): Command[] {
  const { random } = drawing
  const first = drawForMany(drawing)
  if (first.kind === 'CLAIM' && random.chance(0.5)) {
    // Two contacts with one receipt.
    return [first, { ...first, contact: random.pick(drawing.rules.contacts), key: drawing.fresh() }]
  }
  if (random.chance(0.35)) return [first, first]
  const others = Array.from({ length: random.whole(1, 2) }, () => drawForMany(drawing))
  const contact = 'contact' in first ? first.contact : null
  return [first, ...others].map((each) => (isOfAnybody(each) && contact ? { ...each, contact } : each))
}
