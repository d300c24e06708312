import type { Logger } from 'pino'

export interface Afterwards {
  /** Does it once what is being answered is out; what goes wrong is logged. */
  run(work: () => Promise<unknown>): void
  /** When all that was begun is done. */
  settled(): Promise<void>
}

export function openAfterwards(log: Logger): Afterwards {
  const running = new Set<Promise<void>>()
  return {
    run: (work) => {
      const done = new Promise<void>((resolve) => setImmediate(resolve))
        .then(work)
        .then(() => undefined)
        .catch((err: unknown) => log.error({ err }, 'something was not done after the answer'))
        .finally(() => running.delete(done))
      running.add(done)
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
