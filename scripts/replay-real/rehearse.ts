import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from './api.ts'

/** How far the live offers, replayed over what was just bought, give what the ledger has. */
export interface Rehearsal {
  readonly purchases: number
  readonly different: number
  readonly recorded: number
  readonly replayed: number
  /** Reading included. */
  readonly seconds: number
  readonly differences: readonly object[]
}

interface Process {
  readonly id: string
  readonly state: string
  readonly result: Rehearsal | null
  readonly error: string | null
}

const LOOK_EVERY_MS = 500

/** Lets the server judge the whole history again. */
export async function rehearse(api: Api): Promise<Rehearsal> {
  const { status, text } = await api.send('POST', 'reward_offers/replay', {})
  if (status !== 200) throw new Error(`reward_offers/replay: ${status} ${text.slice(0, 2_000)}`)
  let process: Process = JSON.parse(text)
  while (process.state === 'PENDING' || process.state === 'IN_PROGRESS') {
    await pause(LOOK_EVERY_MS)
    process = await api.get<Process>(`processes/${process.id}`)
  }
  if (!process.result)
    throw new Error(`the replay of the live offers ended as ${process.state}: ${process.error}`)
  return process.result
}
