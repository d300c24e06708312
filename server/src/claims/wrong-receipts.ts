import type { Work } from '../db/index.ts'
import type { Refusal } from '../kit/error.ts'
import { DAY, later, SECOND } from '../kit/time.ts'
import { TooManyClaims } from './claims.errors.ts'
import { saveWrongReceipts, type WrongReceipts } from './wrong-receipts.store.ts'

/** So many wrong receipts in a day, and whoever sent them has to wait. Several contacts may share an address. */
const MOST_OF_CONTACT = 5
const MOST_OF_ADDRESS = 20

function mostOf({ who }: WrongReceipts): number {
  return who.startsWith('address:') ? MOST_OF_ADDRESS : MOST_OF_CONTACT
}

function isOver({ since }: WrongReceipts, at: Date): boolean {
  return later(since, DAY) <= at
}

/** Why whoever asks has to wait; undefined: they need not. */
export function mustWait(tries: readonly WrongReceipts[], at: Date): Refusal | undefined {
  const waiting = tries.filter((each) => each.wrong >= mostOf(each) && !isOver(each, at))
  const [last] = waiting.toSorted((a, b) => b.since.getTime() - a.since.getTime())
  if (!last) return undefined
  const until = later(last.since, DAY)
  return TooManyClaims({
    parameters: ['receipt', String(last.wrong)],
    detail: `${last.wrong} receipts were wrong within a day; the next may be claimed at ${until.toISOString()}.`,
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
