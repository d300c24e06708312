import { setTimeout as sleep } from 'node:timers/promises'
import { transact, type Work } from '../db/index.ts'
import { openReaders, type Reading } from '../http/index.ts'
import { SECOND } from '../kit/time.ts'
import { listFollowed, type TellRows } from './list-processes.ts'
import type { ListedProcess } from './processes.api.ts'

/** Looked at as often as a run writes how far it is. */
const PACE = { lookMs: SECOND, heartbeatMs: 15 * SECOND }
const MOST = { mostOpen: 100, newest: 30 }

export interface LiveProcesses {
  /** The pieces of a stream (text/event-stream), until the reader is gone. */
  follow(reading: Reading): AsyncGenerator<string>
}

type Look = ReadonlyMap<string, { readonly process: ListedProcess; readonly text: string }>

/**
 * A reader looks once a second and is told what is not as it was; what runs elsewhere is found as what runs here. All look at the same
 * moments, and those who know of the same share one look.
 */
export function openLiveProcesses(rows: TellRows, { lookMs, heartbeatMs } = PACE): LiveProcesses {
  const admit = openReaders('processes')
  const looks = new Map<string, Promise<Look>>()

  const look = ({ database, actor, at }: Reading, before: Look): Promise<Look> => {
    const open = [...before.values()].filter(isOpen).map(({ process }) => process.id)
    const key = [actor.tenant, actor.within, open].join('|')
    const shared = looks.get(key)
    if (shared) return shared
    const found = transact(database, { actor, at }, (work) => lookWithin(work, open)).finally(() =>
      looks.delete(key),
    )
    looks.set(key, found)
    return found
  }

  const lookWithin = async (work: Work, open: readonly string[]): Promise<Look> => {
    const found = await listFollowed(work, { ...MOST, open }, rows)
    return new Map(found.map((process) => [process.id, { process, text: JSON.stringify(process) }]))
  }

  async function* follow(reading: Reading): AsyncGenerator<string> {
    const { actor, signal, isWelcome } = reading
    const leave = admit(actor.tenant)
    try {
      let seen = await look(reading, new Map())
      // Said after the first look: whoever reads a process from then on is told of all that becomes of it.
      yield 'retry: 2000\n\n'
      for (const each of seen.values()) if (isOpen(each)) yield frameOf(each.text)
      let beaten = performance.now()
      while (!signal.aborted) {
        await sleep(lookMs - (performance.now() % lookMs), undefined, { signal })
        const now = await look(reading, seen)
        const news = [...now].filter(([id, { text }]) => seen.get(id)?.text !== text)
        const isBeat = performance.now() - beaten >= heartbeatMs
        if (news.length === 0 && !isBeat) continue
        if (!(await isWelcome())) return
        if (isBeat) {
          yield ': still here\n\n'
          beaten = performance.now()
        }
        seen = now
        for (const [, { text }] of news) yield frameOf(text)
      }
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      leave()
    }
  }
  return { follow }
}

function isOpen({ process: { state } }: { readonly process: ListedProcess }): boolean {
  return state === 'PENDING' || state === 'IN_PROGRESS'
}

function frameOf(text: string): string {
  return `event: process\ndata: ${text}\n\n`
}
