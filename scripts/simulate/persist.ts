import { setTimeout as pause } from 'node:timers/promises'
import { Differs } from './differs.ts'

const TRIES = 1_200
const AGAIN_MS = 250

/** Does it again while database or server are down. */
export async function persist<Result>(act: (attempt: number) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(attempt)
    } catch (error) {
      if (error instanceof Differs || attempt === TRIES) throw error
      await pause(AGAIN_MS)
    }
  }
}
