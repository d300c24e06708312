import type { Buying, Command, Returning } from './commands.ts'
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
  if (kind < 0.05 && sent.length > 0) return random.pick(sent.slice(-RECENT))
  if (kind < 0.1) return drawPurchase(drawing, 'QUOTE', drawing.fresh())
  const early = [...state.early.keys()]
  // What waits for its purchase gets it sooner or later.
  if (kind < 0.14 && early.length > 0) return drawPurchase(drawing, 'PURCHASE', random.pick(early))
  if (kind < 0.16) return { kind: 'VOID', reference: drawing.fresh() }
  if (kind < 0.18) return drawReturn(drawing, drawing.fresh())
  if (kind < 0.3 && known.length > 0) return { kind: 'VOID', reference: random.pick(known.slice(-RECENT)) }
  if (kind < 0.52 && known.length > 0) return drawReturn(drawing, random.pick(known.slice(-RECENT)))
  return drawPurchase(drawing, 'PURCHASE', drawing.fresh())
}

function drawPurchase({ random, rules, state }: Drawing, kind: Buying['kind'], reference: string): Buying {
  const isUnclaimed = random.chance(0.04)
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

/** The same and others, to be sent in one moment: mostly of one contact. */
export function drawTogether(drawing: Drawing): Command[] {
  const { random } = drawing
  const first = drawCommand(drawing)
  if (random.chance(0.35)) return [first, first]
  const others = Array.from({ length: random.whole(1, 2) }, () => drawCommand(drawing))
  const contact = 'contact' in first ? first.contact : null
  return [first, ...others].map((each) => ('contact' in each && contact ? { ...each, contact } : each))
}
