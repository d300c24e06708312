import type { Logger } from 'pino'
import type { Database } from '../db/index.ts'
import type { Https, RateLimits } from '../http/index.ts'
import type { Clock } from '../kit/time.ts'
import type { RelyingParty } from '../passkeys/index.ts'
import type { ProviderUrls } from '../payouts/index.ts'

export interface AppOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  /** At least 32 random bytes, the same on every process of an installation: staff tokens and receipt codes are signed with it. */
  readonly secret: Uint8Array
  /** Whether plain HTTP is refused; left out: it is not. */
  readonly https?: Https
  /** Where passkeys are good; left out: on this machine. */
  readonly relyingParty?: RelyingParty | undefined
  /** How much one caller may ask of this process; left out: anything. */
  readonly limits?: RateLimits | undefined
  readonly clocks?: {
    /** How often this process looks at which TEST businesses others moved ahead; undefined: when it starts, and when it moves one. */
    readonly everyMs: number
  }
  readonly payouts?: {
    readonly urls?: ProviderUrls
    /** How often this process looks for payouts to send; undefined: others do. */
    readonly everyMs?: number
    readonly answerWithinMs?: number
  }
  readonly webhooks?: {
    /** Networks that are not public and may be called all the same. */
    readonly networks?: readonly string[]
    /** How often this process numbers events and sends what is due; undefined: others do. */
    readonly everyMs?: number
    readonly answerWithinMs?: number
    /** How often a live stream says that it lives. */
    readonly heartbeatMs?: number
  }
  readonly notifications?: {
    /** How often this process tells contacts what happened; undefined: others do. */
    readonly everyMs?: number
    /** Whom push services may ask about our messages: a mailto: or https: address. */
    readonly contact?: string | undefined
  }
  readonly feeds?: {
    /** How often this process looks for feeds of products to fetch; undefined: others do. */
    readonly everyMs?: number
  }
  readonly syncs?: {
    /** How often this process throws away the rows of synchronisations that were given up; undefined: others do. */
    readonly everyMs?: number
  }
  readonly expiry?: {
    /** How often this process posts what expired; undefined: others do. */
    readonly everyMs?: number
  }
  readonly access?: {
    /** How often this process writes which keys were used; undefined: not by itself. */
    readonly everyMs?: number
  }
  readonly seals?: {
    /** How often this process seals the books; undefined: others do. */
    readonly everyMs?: number
  }
}
