import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Database } from '../db/index.ts'
import type { Expired } from '../expiry/index.ts'
import type { Https, RateLimits } from '../http/index.ts'
import type { Clock } from '../kit/time.ts'
import type { ExpiredPasses } from '../passes/index.ts'
import type { RelyingParty } from '../passkeys/index.ts'
import type { ProviderUrls, Sent } from '../payouts/index.ts'
import type { ExpiredBlocks } from '../wallet-blocks/index.ts'

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
  readonly requests?: {
    /** How often this process writes what was asked of it; undefined: at the end. */
    readonly everyMs?: number
  }
  readonly packing?: {
    /** How often this process packs what came to histories; undefined: others do, or whoever replays them. */
    readonly everyMs?: number
  }
  readonly seals?: {
    /** How often this process seals the books; undefined: others do. */
    readonly everyMs?: number
  }
}

export interface App {
  readonly http: FastifyInstance
  /** Looks once at every payout that is due, as rounds do by themselves. */
  sendPayouts(): Promise<Sent>
  /** Numbers what happened and sends every delivery that is due, once each; for tests, as rounds do by themselves. */
  sendWebhooks(): Promise<number>
  /** Puts what happened to orders on its way to adaptors and sends what is due, once each; answers how many were tried. */
  provisionOrders(): Promise<number>
  /** Fetches every feed of products that is due, once; answers how many. */
  pullFeeds(): Promise<number>
  /** Throws away the rows of synchronisations that were given up, as rounds do by themselves; answers of how many. */
  forgetSyncs(): Promise<number>
  /** Tells contacts of every event that was numbered, as rounds do by themselves; answers how many messages that made. */
  makeCommunications(): Promise<number>
  /** Tries every message that is due, once; answers how many. */
  sendMessages(): Promise<number>
  /** Posts everything that is due to expire, as rounds do by themselves. */
  expireLots(): Promise<Expired>
  /** Posts what was paid for passes that are over, as rounds do by themselves. */
  expirePasses(): Promise<ExpiredPasses>
  /** Releases all blocked money whose time is over, as rounds do by themselves. */
  expireBlocks(): Promise<ExpiredBlocks>
  /** Settles claims whose purchases the till has sent, as rounds do by themselves; answers what went wrong. */
  settleClaims(): Promise<readonly unknown[]>
  /** Mails staff what is due, as rounds do by themselves; answers how many were tried. */
  sendStaffMails(): Promise<number>
  /** Writes which keys were used, as rounds do by themselves. */
  writeKeyUses(): Promise<void>
  /** Writes what was asked since, as rounds do by themselves. */
  writeRequests(): Promise<void>
  /** Forgets what of the request log is too old or too much. */
  forgetRequests(): Promise<void>
  /** Refuses what is new, answers what was taken, then closes. */
  close(): Promise<void>
}
