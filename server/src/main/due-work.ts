import { type GiftSources, giveGifts } from '../achievements/index.ts'
import { settleClaims } from '../claims/index.ts'
import { expireLots } from '../expiry/index.ts'
import type { Actor, Tenant } from '../kit/actor.ts'
import { later, MINUTE } from '../kit/time.ts'
import { sealNow } from '../ledger/index.ts'
import { type MessageSources, makeCommunications, sendMessages } from '../notifications/index.ts'
import { expirePasses } from '../passes/index.ts'
import { type PayoutSources, sendPayouts } from '../payouts/index.ts'
import { type FeedSources, pullFeeds } from '../product-feeds/index.ts'
import { type ProvisioningSources, provisionOrders } from '../provisioning/index.ts'
import { expireBlocks } from '../wallet-blocks/index.ts'
import { forgetOld, type SendingSources, sendWebhooks } from '../webhooks/index.ts'

export interface DueSources {
  readonly gifts: GiftSources
  readonly payouts: PayoutSources
  readonly webhooks: SendingSources
  readonly messages: MessageSources
  readonly provisioning: ProvisioningSources
  readonly feeds: FeedSources
  /** Told of what went wrong with single things, as rounds are. */
  readonly tell: (err: unknown) => void
}

// Transfers become visible after the time that they carry.
const LATEST_MS = 5 * MINUTE

/** What rounds do by themselves, once, in one business by its own clock. */
export interface DueWork {
  /** What moves money. */
  readonly moveMoney: (actor: Actor) => Promise<void>
  /** All of it: what moves money, then what tells of it, which may take as long as those who are told, then the seal. */
  readonly doAll: (actor: Actor) => Promise<void>
}

export function dueWork({
  gifts,
  payouts,
  webhooks,
  messages,
  provisioning,
  feeds,
  tell,
}: DueSources): DueWork {
  const { database, clock } = gifts
  const sealedAt = new Map<Tenant, Date>()
  const moveMoney = async ({ tenant: only }: Actor): Promise<void> => {
    const due = { database, clock, only }
    const done = [
      await expireLots(due),
      await expirePasses(due),
      await expireBlocks(due),
      await giveGifts({ ...gifts, only }),
      await sendPayouts({ ...payouts, only }),
    ]
    const claims = await settleClaims({ ...gifts, only })
    for (const err of [...done.flatMap(({ failed }) => failed), ...claims]) tell(err)
  }
  const doAll = async (actor: Actor): Promise<void> => {
    const { tenant: only, business, mode } = actor
    const due = { database, clock, only }
    const since = clock(only)
    await moveMoney(actor)
    await sendWebhooks({ ...webhooks, only })
    await provisionOrders({ ...provisioning, only })
    await makeCommunications(due)
    await sendMessages({ ...messages, only })
    await pullFeeds({ ...feeds, only })
    await forgetOld(due)
    const last = sealedAt.get(only)
    await sealNow(database, {
      tenant: only,
      business,
      mode,
      at: clock(only),
      // A wiped business is back at an earlier time.
      ...(last && last <= clock(only) && { since: later(last, -LATEST_MS) }),
    })
    sealedAt.set(only, since)
  }
  return { moveMoney, doAll }
}
