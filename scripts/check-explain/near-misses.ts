import { decimal } from './decimal.ts'
import type { Notes } from './notes.ts'
import { gapOf } from './refusals.ts'
import type { Explanation, NearMiss } from './stored.ts'

const MOST_TOLD = 3
const DIGITS = 4

export interface Around {
  readonly digits: number
  readonly lines: number
}

/** Each adds something to a line that is there, and gives more than the purchase got; enough to close the gap it is told for. */
export function checkNearMisses(explained: Explanation, around: Around, notes: Notes): void {
  const { near_misses: all, awards, refused } = explained
  if (all.length > MOST_TOLD) notes.wrong('near_misses', `${all.length}`, `at most ${MOST_TOLD}`)
  all.forEach((near, index) => {
    const about = notes.about(near.offer)
    const field = `near_misses[${index}]`
    const { add, line, says, amount } = near
    if (('amount' in add ? add.amount : add.quantity) <= 0n)
      about.wrong(`${field}.add`, 'nothing', 'above zero')
    if (amount <= 0n) about.wrong(`${field}.amount`, 'nothing', 'above zero')
    if (says.trim() === '') about.wrong(`${field}.says`, 'nothing', 'what to add for what')
    if (line !== null && (line < 1 || line > around.lines)) {
      about.wrong(`${field}.line`, `${line}`, `from 1 to ${around.lines}`)
    }
    const award = awards.find(({ offer }) => offer === near.offer)
    if (award && amount <= award.amount) {
      const [stored, awarded] = [amount, award.amount].map((each) => decimal(each, around.digits))
      about.wrong(`${field}.amount`, `${stored}`, `more than ${awarded}, which was awarded`)
    }
    const refusal = refused.find(({ offer }) => offer === near.offer)
    const gap = refusal && gapOf(refusal)
    if (gap && gap.seen + added(near, around.digits) < gap.least) {
      about.wrong(`${field}.add`, `too little for ${refusal.needed}`, `what ${refusal.seen} is short of it`)
    }
  })
}

function added({ add }: NearMiss, digits: number): bigint {
  return 'amount' in add ? add.amount * 10n ** BigInt(DIGITS - digits) : add.quantity
}
