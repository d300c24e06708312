import type { ChangedDay } from '../../kit/clock-changes.ts'
import type { Timing } from '../../kit/timing.ts'
import type { Place } from './setting.ts'
import type { Outcome, Trial } from './trial.ts'

export const FINDING_CODES = [
  'NEVER_FIRES',
  'UNKNOWN_NAME',
  'ALWAYS_FIRES',
  'MASKED',
  'PAYS_MORE_THAN_BASKET',
  'FARMABLE',
  'LOST_HOUR',
  'DOUBLED_HOUR',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** ERROR: it cannot be meant. WARNING: it is seldom meant. NOTICE: it may well be meant, and is good to know. */
export const SEVERITIES = ['ERROR', 'WARNING', 'NOTICE'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What is odd about an offer, with an example that shows it. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** For the merchant, with the values of the example. */
  readonly says: string
  readonly example: Example
}

/** Made by judging: who judges it again gets the same. */
export type Example =
  | { readonly of: 'BASKET'; readonly judged: Judged }
  | { readonly of: 'STEPS'; readonly steps: readonly Step[]; readonly kept: Kept }
  | { readonly of: 'CLOCK'; readonly clock: OddDays; readonly judged: readonly Judged[] }

export interface Judged {
  readonly trial: Trial
  readonly outcome: Outcome
}

/** What somebody does who farms an offer. */
export type Step =
  | { readonly does: 'BUY'; readonly purchase: string; readonly judged: Judged }
  | {
      readonly does: 'GIVE_BACK'
      readonly purchase: string
      /** What the goods had cost, and what is taken back of their award. */
      readonly goods: bigint
      readonly takenBack: bigint
    }

/** What is left at the end: goods for so much, and awards. */
export interface Kept {
  readonly goods: bigint
  readonly award: bigint
}

/** Days on which a window is not what it says. */
export interface OddDays {
  readonly place: Place
  readonly window: Timing
  readonly days: readonly ChangedDay[]
}
