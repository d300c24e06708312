import type { CallOptions, Tillback } from '@tillback/sdk'
import { Card } from '../../kit/card.tsx'
import { Icon, type IconName } from '../../kit/icon.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Address, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useAddress } from '../use-address.ts'
import styles from './home.module.css'
import { useWhole } from './whole.ts'

const words = texts.home.needs

interface Need {
  readonly name: keyof typeof words.each
  readonly icon: IconName
  readonly to: Address
  /** Only of the venue that is looked at, if it is one. */
  readonly isOfVenue?: true
  readonly count: (client: Tillback, options: CallOptions, venue: string | undefined) => Promise<number>
}

interface Counted {
  readonly paging: { readonly total: number | null }
}

const TWO_WEEKS = 14 * 24 * 60 * 60
const one = { size: 1, include_total: true } as const
const totalOf = ({ paging }: Counted) => paging.total ?? 0

const NEEDS: readonly Need[] = [
  {
    name: 'payouts',
    icon: 'payout',
    to: viewOf('payouts', { filters: { state: 'FAILED' } }),
    count: async (client, options) =>
      totalOf(await client.payouts.list({ ...one, state: 'FAILED' }, options)),
  },
  {
    name: 'unknownPayouts',
    icon: 'payout',
    to: viewOf('payouts', { filters: { state: 'UNKNOWN' } }),
    count: async (client, options) =>
      totalOf(await client.payouts.list({ ...one, state: 'UNKNOWN' }, options)),
  },
  {
    name: 'adjustments',
    icon: 'edit',
    to: viewOf('payouts', { tab: 'approvals' }),
    count: async (client, options) =>
      totalOf(await client.adjustments.listAll({ ...one, state: 'PENDING_APPROVAL' }, options)),
  },
  {
    name: 'claims',
    icon: 'scan',
    to: viewOf('purchases', { tab: 'claims', filters: { state: 'HELD' } }),
    isOfVenue: true,
    count: async (client, options, venue) => {
      const at = venue === undefined ? {} : { organisation_id: venue }
      return totalOf(await client.claims.list({ ...one, ...at, state: 'HELD' }, options))
    },
  },
  {
    name: 'orders',
    icon: 'bag',
    to: viewOf('orders'),
    isOfVenue: true,
    count: async (client, options, venue) => {
      const at = venue === undefined ? {} : { fulfilled_by: venue }
      return totalOf(await client.orders.list({ ...one, ...at, state: 'NEW' }, options))
    },
  },
  {
    name: 'webhooks',
    icon: 'hook',
    to: viewOf('webhooks'),
    count: async (client, options) =>
      (await client.webhooks.listEndpoints({ size: 100 }, options)).content.filter(
        ({ state }) => state === 'PAUSED',
      ).length,
  },
  {
    name: 'syncs',
    icon: 'sync',
    to: viewOf('syncs'),
    count: async (client, options) =>
      totalOf(await client.processes.list({ ...one, state: 'FAILED' }, options)),
  },
  {
    name: 'keys',
    icon: 'key',
    to: viewOf('keys'),
    count: async (client, options) => {
      const { content } = await client.apiKeys.list({ size: 100 }, options)
      const now = Date.now() / 1_000
      const isEnding = (until: number | null) => until !== null && until > now && until < now + TWO_WEEKS
      return content.filter((key) => key.revoked_on === null && isEnding(key.expires_on)).length
    },
  },
]

/** What waits for somebody. What this key may not see is not counted. */
export function Needs() {
  const { scope } = useAddress()
  const whole = useWhole()
  const needs = useRead(
    ['needs', scope],
    async (client, options) => {
      const counts = await Promise.allSettled(NEEDS.map(({ count }) => count(client, options, scope)))
      return NEEDS.flatMap((need, at) => {
        const counted = counts[at]
        return counted?.status === 'fulfilled' && counted.value > 0
          ? [{ ...need, number: counted.value }]
          : []
      })
    },
    { interval: SELDOM },
  )
  return (
    <Card title={words.title}>
      {needs.isPending && <SkeletonLines lines={2} />}
      {needs.data && needs.data.length === 0 && (
        <p className={styles.calm}>
          <Icon name="check" />
          {scope === undefined ? words.nothing : words.nothingHere}
        </p>
      )}
      {needs.data && needs.data.length > 0 && (
        <ul className={styles.needs}>
          {needs.data.map(({ name, icon, to, number, isOfVenue }) => (
            <li key={name}>
              <Icon name={icon} size={18} />
              <Link to={to}>{isOfVenue ? words.each[name](number) : whole(words.each[name](number))}</Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
