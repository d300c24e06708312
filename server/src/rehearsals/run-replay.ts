import type { RunProcess } from '../processes/index.ts'
import { takeThread } from './replay-thread.ts'
import { replayInput } from './start-replay.ts'

export const REPLAY_KIND = 'REPLAY'

/** Runs a replay in a thread beside the one that answers requests, with connections of its own. */
export function replayRunner(url: string): RunProcess {
  return async ({ actor, input, progress, signal }) => {
    const { offer, terms, from, to } = replayInput.parse(input)
    const thread = takeThread()
    signal.addEventListener('abort', thread.cancel, { once: true })
    try {
      return await thread.run({ url, tenant: actor.tenant, offer, terms, from, to }, progress)
    } finally {
      signal.removeEventListener('abort', thread.cancel)
      thread.giveBack()
    }
  }
}
