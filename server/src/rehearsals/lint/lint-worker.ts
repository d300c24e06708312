import { parentPort } from 'node:worker_threads'
import { compileOffer, type Offer } from '../../engine/index.ts'
import { lint } from './lint.ts'
import type { Setting } from './setting.ts'
import { type FindingReply, showFinding } from './show-finding.ts'

// Among thousands of offers a lint is seconds of judging: it runs beside the thread that answers tills.

/** Facts that can be handed to another thread: offers are compiled there. */
export interface LintJob {
  readonly offer: Offer
  readonly live: readonly Offer[]
  readonly setting: Omit<Setting, 'live'>
}

function findingsOf({ offer, live, setting }: LintJob): readonly FindingReply[] {
  const whole = { ...setting, live: live.map(compileOffer) }
  return lint(compileOffer(offer), whole).map((finding) => showFinding(finding, whole))
}

parentPort?.on('message', (job: LintJob) => parentPort?.postMessage(findingsOf(job)))
