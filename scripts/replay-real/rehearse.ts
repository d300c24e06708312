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

interface Process<Report> {
  readonly id: string
  readonly state: string
  readonly result: Report | null
  readonly error: string | null
}

const LOOK_EVERY_MS = 500

const DRAFT = {
  code: 'REPLAYED-DRAFT',
  name: 'A draft that is replayed',
  award: { kind: 'PERCENTAGE', rate: 5 },
  conditions: [{ kind: 'AMOUNT', minimum: '5.00' }],
}

/** Lets the server judge the whole history again by the live offers. */
export function rehearse(api: Api): Promise<Rehearsal> {
  return replayed(api, 'reward_offers/replay')
}

/** The same with a draft beside them. */
export async function rehearseDraft(api: Api): Promise<Pick<Rehearsal, 'purchases' | 'seconds'>> {
  const there = await api.send('GET', `reward_offers/${DRAFT.code}`)
  const { status, text } = there.status === 200 ? there : await api.send('POST', 'reward_offers', DRAFT)
  if (status >= 300) throw new Error(`a draft: ${status} ${text.slice(0, 2_000)}`)
  return replayed(api, `reward_offers/${DRAFT.code}/replay`)
}

async function replayed<Report>(api: Api, path: string): Promise<Report> {
  const { status, text } = await api.send('POST', path, {})
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 2_000)}`)
  let process: Process<Report> = JSON.parse(text)
  while (process.state === 'PENDING' || process.state === 'IN_PROGRESS') {
    await pause(LOOK_EVERY_MS)
    process = await api.get<Process<Report>>(`processes/${process.id}`)
  }
  if (!process.result) throw new Error(`${path} ended as ${process.state}: ${process.error}`)
  return process.result
}
