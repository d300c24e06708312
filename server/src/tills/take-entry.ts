import { type Database, transact, type Work } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import type { Refusal } from '../kit/error.ts'
import { hashOfEntry, type IncidentKind, judgeEntry, type QueueEntry, type Till } from './till.ts'
import { TillQueueCut, TillQueueForked, TillSignatureWrong } from './tills.errors.ts'
import { entryHash, findTill, insertEntry, insertIncident } from './tills.store.ts'

/**
 * Gives an entry its place in the queue, in a transaction of its own: it stays there whatever becomes of its purchase, and an entry
 * that does not fit stays recorded though it is refused.
 */
export async function takeEntry(
  database: Database,
  command: Command,
  { till: sent, entry }: { readonly till: string; readonly entry: QueueEntry },
): Promise<void> {
  const refused = await transact(database, command, async (work) => {
    const till = await findTill(work, sent, { lock: true })
    const earlier = await entryHash(work, till.id, entry.counter)
    const verdict = judgeEntry(till, entry, { earlier })
    if (verdict === 'AGAIN') return undefined
    if (verdict === 'NEXT') {
      await insertEntry(work, till.id, { counter: entry.counter, hash: hashOfEntry(till.id, entry) })
      return undefined
    }
    return refuse(work, till, { kind: verdict, counter: entry.counter })
  })
  if (refused) throw refused
}

async function refuse(
  work: Work,
  { id, counter, head }: Till,
  misfit: { readonly kind: IncidentKind; readonly counter: bigint },
): Promise<Refusal> {
  const expected = counter + 1n
  await insertIncident(work, id, { ...misfit, expected })
  const parameters = [String(misfit.counter), String(expected), head.toString('hex')]
  const next = `The next entry is number ${expected} and names ${parameters[2]}.`
  switch (misfit.kind) {
    case 'BAD_SIGNATURE':
      return TillSignatureWrong({
        parameters,
        detail: `The signature of entry ${misfit.counter} does not fit its text and the key of this till. ${next}`,
      })
    case 'GAP':
      return TillQueueCut({ parameters, detail: `Entry ${misfit.counter} was sent. ${next}` })
    case 'COUNTER_REUSED':
      return TillQueueForked({
        parameters,
        detail: `Entry ${misfit.counter} was taken before with other content. ${next}`,
      })
    case 'FORK':
      return TillQueueForked({
        parameters,
        detail: `Entry ${misfit.counter} names another one before it than the one that was taken. ${next}`,
      })
  }
}
