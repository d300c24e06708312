import { decimal, notBelowZero, QUANTITY_DIGITS, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import type { Line, Progress, StoredAward } from './stored.ts'

/** What the award is reckoned on where it is on all that was counted; undefined: on this purchase. */
export function accumulated(progress: Progress | undefined): bigint | undefined {
  if (!progress?.on_accumulated) return undefined
  return progress.repeats ? progress.due * progress.target : progress.before + progress.added
}

/** How far a goal came: what this purchase added, and how often the award is due by it. */
export function checkProgress(award: StoredAward, lines: readonly Line[], notes: Notes): void {
  const { progress, times } = award
  if (!progress) return
  notes.text('progress.due', progress.due, dueBy(progress))
  if (progress.due > 0n && times % progress.due !== 0n) {
    notes.wrong('times', `${times}`, `a multiple of ${progress.due}, which is due`)
  }
  checkAdded(award, progress, { lines, notes })
}

function dueBy({ target, before, added, granted, repeats }: Progress): bigint {
  if (added <= 0n || target <= 0n) return 0n
  const reached = (before + added) / target
  const inAll = repeats || reached === 0n ? reached : 1n
  return notBelowZero(inAll - granted)
}

interface Around {
  readonly lines: readonly Line[]
  readonly notes: Notes
}

function checkAdded({ bases }: StoredAward, { of, added }: Progress, { lines, notes }: Around): void {
  if (of === 'AMOUNT') notes.amount('progress.added', added, notBelowZero(total(bases)))
  if (of === 'VISITS') notes.text('progress.added', added, 1n)
  if (of !== 'QUANTITY') return
  // Which lines qualified is not stored: those that earn did, others may have.
  const quantities = lines.map(({ quantity }) => quantity)
  if (quantities.some((quantity) => quantity < 0n)) return
  const least = total(quantities.filter((_, index) => bases[index] !== 0n))
  const most = total(quantities)
  if (added < least || added > most) {
    const range = [least, most].map((each) => decimal(each, QUANTITY_DIGITS)).join(' to ')
    notes.wrong('progress.added', decimal(added, QUANTITY_DIGITS), `${range}, what was bought`)
  }
}
