import { type Database, transact } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { judgeEnd, type QueueEnd } from './till.ts'
import { TillQueueCut, TillQueueForked, TillSignatureWrong } from './tills.errors.ts'
import { findTill, insertIncident } from './tills.store.ts'

/** Hears where a till says that its queue ends. What does not fit stays recorded though it is refused, as of entries. */
export async function endQueue(
  database: Database,
  command: Command,
  { till: sent, end }: { readonly till: string; readonly end: QueueEnd },
): Promise<void> {
  const refused = await transact(database, command, async (work) => {
    const { counter, head, ...till } = await findTill(work, sent, { lock: true })
    const kind = judgeEnd({ ...till, counter, head }, end)
    if (kind === 'COMPLETE') return undefined
    const expected = counter + 1n
    await insertIncident(work, till.id, { kind, counter: end.counter, expected })
    const parameters = [String(end.counter), String(expected), head.toString('hex')]
    const taken = `The next entry is number ${expected} and names ${parameters[2]}.`
    if (kind === 'BAD_SIGNATURE') {
      const detail = `The signature does not fit the text and the key of this till. ${taken}`
      return TillSignatureWrong({ parameters, detail })
    }
    if (kind === 'GAP') {
      const detail = `The till has numbered its entries up to ${end.counter}: those at the end were cut off. ${taken}`
      return TillQueueCut({ parameters, detail })
    }
    const detail = `The queue of the till ends at number ${end.counter} with another hash. ${taken}`
    return TillQueueForked({ parameters, detail })
  })
  if (refused) throw refused
}
