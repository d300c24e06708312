import { setTimeout as sleep } from 'node:timers/promises'
import { Tillback, TillbackError } from '@tillback/sdk'

type Process = Awaited<ReturnType<Tillback['processes']['get']>>

export interface WatchOptions {
  readonly url: string
  readonly key: string
  readonly id: string
  readonly json: boolean
  readonly print: (text: string) => void
  readonly pauseMs?: number
}

const PAUSE_MS = 1_000
const SILENT_AFTER_MS = 30_000
/** Tries in a row that were not answered before it is given up. */
const MOST_UNANSWERED = 30

/** `tillback processes watch`: tells how far a process is until it ends; answers whether it is COMPLETED. */
export async function watchProcess(options: WatchOptions): Promise<boolean> {
  const { url, key, id, json, print, pauseMs = PAUSE_MS } = options
  const client = new Tillback({ baseUrl: url, apiKey: key, maxRetries: 0 })
  let told = ''
  let unanswered = 0
  const alive = signOfLife()
  const tell = (text: string) => {
    if (text !== told) print(text)
    told = text
  }
  for (;;) {
    const process = await client.processes.get(id).catch((error: unknown) => error)
    if (!isProcess(process)) {
      unanswered += 1
      if (!(process instanceof TillbackError)) throw process
      tell(process.detail)
      if (!process.retryable || unanswered >= MOST_UNANSWERED) return false
    } else {
      unanswered = 0
      tell(json ? JSON.stringify(process) : lineOf(process, alive(process)))
      if (process.completed_on !== null && process.state !== 'IN_PROGRESS' && process.state !== 'PENDING')
        return process.state === 'COMPLETED'
    }
    await sleep(pauseMs)
  }
}

function isProcess(answer: unknown): answer is Process {
  return typeof answer === 'object' && answer !== null && !(answer instanceof Error) && 'state' in answer
}

/** How long there was none, by this machine's clock: that of a TEST business may stand anywhere. */
function signOfLife(): (process: Process) => number {
  let last: string | undefined
  let since = performance.now()
  return ({ heartbeat_on, done }) => {
    const sign = `${heartbeat_on} ${done}`
    if (sign !== last) since = performance.now()
    last = sign
    return performance.now() - since
  }
}

const number = new Intl.NumberFormat('en')

function lineOf({ state, kind, done, total, totals, error }: Process, silentMs: number): string {
  const counted = total === null ? number.format(done) : `${number.format(done)} of ${number.format(total)}`
  const { received: _, ...cameOf } = totals ?? { received: 0 }
  const each = Object.entries(cameOf).map(([what, count]) => `${number.format(count)} ${what}`)
  const isSilent = state === 'IN_PROGRESS' && silentMs > SILENT_AFTER_MS
  const silence = isSilent ? [`no sign of life for ${Math.floor(silentMs / 10_000) * 10} s`] : []
  return [`${kind} ${state}`, counted, ...each, ...silence, ...(error === null ? [] : [error])].join(' · ')
}
