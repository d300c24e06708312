import type { Work } from '../db/index.ts'
import type { Refusal } from '../kit/error.ts'
import { DAY, later, SECOND } from '../kit/time.ts'
import { TooManyClaims } from './claims.errors.ts'
import { saveWrongReceipts, type WrongReceipts } from './wrong-receipts.store.ts'

/** So many wrong receipts in a day, and whoever sent them has to wait. */
export const MOST_WRONG = 5

function isOver({ since }: WrongReceipts, at: Date): boolean {
  return later(since, DAY) <= at
}

/** Why whoever asks has to wait; undefined: they need not. */
export function mustWait(tries: readonly WrongReceipts[], at: Date): Refusal | undefined {
  const waiting = tries.filter((each) => each.wrong >= MOST_WRONG && !isOver(each, at))
  const [until] = waiting.map(({ since }) => later(since, DAY)).sort((a, b) => b.getTime() - a.getTime())
  if (!until) return undefined
  return TooManyClaims({
    parameters: ['receipt', String(MOST_WRONG)],
    detail: `${MOST_WRONG} receipts were wrong within a day; the next may be claimed at ${until.toISOString()}.`,
    retryAfterSeconds: Math.ceil((until.getTime() - at.getTime()) / SECOND),
  })
}

/** Counts a wrong receipt against everybody who asked. */
export async function countWrong(work: Work, tries: readonly WrongReceipts[]): Promise<void> {
  for (const { who, wrong, since } of tries) {
    const begins = wrong === 0 || isOver({ who, wrong, since }, work.at)
    await saveWrongReceipts(work, { who, wrong: begins ? 1 : wrong + 1, since: begins ? work.at : since })
  }
}
