import { type Api, inParallel } from './api.ts'
import type { RealBasket } from './baskets.ts'

/** A purchase as it was posted, with the basket it was. */
export interface Posted {
  readonly id: string
  readonly basket: RealBasket
}

export interface Undone {
  readonly returned: number
  /** Calls: many a purchase comes back in several parts. */
  readonly returns: number
  /** Of those returned, how many in whole. */
  readonly inWhole: number
  readonly voided: number
  readonly seconds: number
  readonly awardBackCents: number
  readonly spendBackCents: number
  readonly debtCents: number
}

interface Taken {
  readonly award: number
  readonly spend: number
  readonly debt: number
}

interface ReturnAnswer {
  readonly amount: number
  readonly return_spent_amount: number
  readonly debt: number
}

interface VoidAnswer {
  readonly award_reversed: number
  readonly spend_returned: number
  readonly debt: number
}

const SEED = 20_261_124
const RETURNED_SHARE = 1 / 3
const VOIDED_SHARE_OF_REST = 1 / 2
const IN_WHOLE_SHARE = 0.4
const MOST_PARTS = 3

/** How many of so many purchases are returned or voided. */
export function shareUndone(purchases: number): number {
  const returning = Math.round(purchases * RETURNED_SHARE)
  return returning + Math.round((purchases - returning) * VOIDED_SHARE_OF_REST)
}

/** A random third of the purchases comes back by line, in up to three parts; half of the rest is voided. The same every time. */
export async function undoMany(
  api: Api,
  posted: readonly Posted[],
  concurrency: number,
  done: () => void,
): Promise<Undone> {
  const random = randomOf(SEED)
  const shuffled = shuffle(posted, random)
  const returning = shuffled.slice(0, Math.round(shuffled.length * RETURNED_SHARE))
  const rest = shuffled.slice(returning.length)
  const voiding = rest.slice(0, Math.round(rest.length * VOIDED_SHARE_OF_REST))
  const plans = returning.map((each) => planReturns(each, random))
  const sums = { returns: 0, awardBackCents: 0, spendBackCents: 0, debtCents: 0 }
  const add = ({ award, spend, debt }: Taken) => {
    sums.awardBackCents += centsOf(award)
    sums.spendBackCents += centsOf(spend)
    sums.debtCents += centsOf(debt)
  }
  const started = performance.now()
  await inParallel(plans, concurrency, async ({ id, parts }) => {
    for (const [index, products] of parts.entries()) {
      const body = { reference_number: `${id}-${index + 1}`, products }
      const {
        amount: award,
        return_spent_amount: spend,
        debt,
      } = await ask<ReturnAnswer>(api, `purchases/${id}/returns`, body)
      add({ award, spend, debt })
      sums.returns += 1
    }
    done()
  })
  await inParallel(voiding, concurrency, async ({ id }) => {
    const {
      award_reversed: award,
      spend_returned: spend,
      debt,
    } = await ask<VoidAnswer>(api, `purchases/${id}/cancel`, {})
    add({ award, spend, debt })
    done()
  })
  return {
    returned: returning.length,
    inWhole: plans.filter(({ isWhole }) => isWhole).length,
    voided: voiding.length,
    seconds: (performance.now() - started) / 1_000,
    ...sums,
  }
}

/** Sent again, both get the same answer: a return by its number, a void because a purchase is voided once. */
async function ask<Answer>(api: Api, path: string, body: object): Promise<Answer> {
  const { status, text } = await api.send('POST', path, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${text} for ${JSON.stringify(body)}`)
  return JSON.parse(text)
}

interface Plan {
  readonly id: string
  readonly isWhole: boolean
  readonly parts: readonly (readonly ReturnedLine[])[]
}

interface ReturnedLine {
  readonly line: number
  readonly quantity: string
}

/** Which lines that cost something come back in which call; of a line of several pieces sometimes only some. */
function planReturns({ id, basket }: Posted, random: () => number): Plan {
  const isWhole = random() < IN_WHOLE_SHARE
  const lines = basket.lines.flatMap(({ quantity, cents }, index): ReturnedLine[] => {
    const pieces = Number(quantity)
    // Once all that was paid for is back, nothing is left to return, and what cost nothing is neither.
    if (pieces <= 0 || cents <= 0 || (!isWhole && random() < 1 / 2)) return []
    const isCut = !isWhole && Number.isInteger(pieces) && pieces > 1
    const some = isCut ? String(1 + Math.floor(random() * pieces)) : quantity
    return [{ line: index + 1, quantity: some }]
  })
  const calls = 1 + Math.floor(random() * MOST_PARTS)
  const parts: ReturnedLine[][] = Array.from({ length: calls }, () => [])
  for (const line of lines) parts[Math.floor(random() * calls)]?.push(line)
  return { id, isWhole, parts: parts.filter((part) => part.length > 0) }
}

function centsOf(amount: number): number {
  return Math.round(amount * 100)
}

/** Mulberry32: small, and the same numbers from the same seed everywhere. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
