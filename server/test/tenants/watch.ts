import pg from 'pg'
import { declaredStatements } from '../../src/db/index.ts'
import { unboundTables } from './bound.ts'

/**
 * Statements that are asked before it is known whose turn it is: they find the tenant, and whoever asks goes on within it. What
 * they answer reaches no caller. One more of them is a decision, which is taken here.
 */
export const FOR_EVERYBODY: readonly string[] = [
  // Rounds: for whom is something due?
  'events_feeds',
  'events_waiting',
  'payouts_due',
  'reward_events_giving_tenants',
  'notifications_waiting',
  'notifications_reminders_waiting',
  'notifications_claim',
  'provisioning_waiting',
  'provisioning_claim',
  'product_feeds_claim',
  'wallet_blocks_due',
  'webhooks_claim',
  'processes_due',
  'product_sync_abandoned',
  // Whose clock is ahead of the machine's, and by how much.
  'test_clocks_ahead',
  // The same business in TEST mode: a promotion reads its configuration, as its own caller would.
  'promotions_test_twin',
  // A provider's message names its own account, which leads to the business.
  'payouts_provider_owner',
  // The address of a logo or manifest, which browsers ask for without a key, names the business whose it is.
  'organisations_brand_owner',
]

/** The same, of statements that have no name. */
const UNNAMED: readonly RegExp[] = [
  // Who is it? A key, or the name at a sign-in, leads to the business.
  /^select .* from "api_keys" inner join "tenants" .* where "hash" = \$1$/,
  /^select .* from "users" inner join "tenants" .* where "username" = \$1 and "mode" = \$2 order by/,
  // A new business gets the next number.
  /^select max\("tenant"\) as "last" from "tenants"$/,
  // Rounds, as above.
  /^select "t"\."tenant", "t"\."business_id", "t"\."mode" from "tenants" as "t" where exists \(select "[lp]"\."id" from "(lots|passes)"/,
  /^select "tenant", "business_id", "mode" from "tenants" order by "tenant"$/,
  /^select "c"\.\*, "t"\."business_id", "t"\."mode" from "claims" as "c" .* "p"\."self_submitted" = \$2 limit/,
]

const PRODUCT = 'tillback-product'
const seen = new Map<string, boolean>()
// Files share this module: each that asks for what was sent begins anew.
const sent = new Set<string>()

export function listenAnew(): void {
  sent.clear()
}

/** The address under which the product's own connections are known from those of the tests. */
export function watchedUrl(url: string): string {
  const watched = new URL(url)
  watched.searchParams.set('application_name', PRODUCT)
  return watched.href
}

const query = pg.Client.prototype.query
// Here, and in no layer of ours, everything passes that is sent to PostgreSQL.
Object.assign(pg.Client.prototype, {
  query(
    this: pg.Client & { readonly connectionParameters?: { readonly application_name?: string } },
    ...asked: unknown[]
  ) {
    const [first] = asked
    const text = typeof first === 'object' && first !== null && 'text' in first ? first.text : first
    if (this.connectionParameters?.application_name === PRODUCT && typeof text === 'string') {
      sent.add(text)
      if (!seen.has(text)) seen.set(text, false)
    }
    return Reflect.apply(query, this, asked)
  },
})

/** What the product has sent since, but for what is asked for everybody. */
export function sentStatements(): readonly string[] {
  const allowed = allowedTexts()
  return [...sent].filter((text) => !allowed.has(text) && !UNNAMED.some((each) => each.test(text)))
}

function allowedTexts(): ReadonlySet<string> {
  return new Set(
    declaredStatements().flatMap(({ name, text }) => (FOR_EVERYBODY.includes(name) ? [text] : [])),
  )
}

/** What the product has sent since the last time and that keeps to no tenant. */
export async function unboundSince(): Promise<readonly string[]> {
  const allowed = allowedTexts()
  const found: string[] = []
  for (const [text, isJudged] of seen) {
    if (isJudged) continue
    seen.set(text, true)
    if (allowed.has(text) || UNNAMED.some((each) => each.test(text))) continue
    const tables = await unboundTables(text)
    if (tables.length > 0) found.push(`${tables.join(', ')} of every tenant in: ${text}`)
  }
  return found
}
