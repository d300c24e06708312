import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../../../server/test/harness.ts'

export interface Asked {
  /** What stands in the path. */
  readonly of?: string | readonly string[]
  readonly query?: string
  readonly body?: object
  /** A token instead of the key of the business. */
  readonly token?: string
}

/** Leads through the endpoints in an order in which each finds what it needs. */
export interface Guide {
  /** The number of the tour: what is named by it is new. */
  readonly round: number
  /** Asks an endpoint by its name, in the version of the tour; answers the body, empty if it was refused. */
  ask(name: string, asked?: Asked): Promise<Answer['body']>
}

const TRIES = 20
const A_MOMENT_MS = 250

/** Asks until there is one: what rounds do is done a moment later. undefined: it did not come to be. */
export async function soon<Found>(find: () => Promise<Found | undefined>): Promise<Found | undefined> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await find()
    if (found !== undefined) return found
    await pause(A_MOMENT_MS)
  }
  return undefined
}
