import type { Reply } from '../read.ts'
import { texts } from '../texts.ts'

export const BY = ['pool', 'merchant', 'funder', 'offer', 'expiry'] as const
export type By = (typeof BY)[number]

export type Row = Reply<'reports', 'getLiability'>['content'][number]

/** Of a row without a funder, an offer or a pool. */
const NONE = 'NONE'

/** As the report is asked for what is behind the row. */
export function keyOf(row: Row, by: By): string {
  return by === 'expiry' ? (row.expiry ?? NONE) : (row[by]?.id ?? NONE)
}

export function nameOf(row: Row, by: By): string {
  if (by === 'expiry')
    return row.expiry === undefined ? texts.nothing : texts.reports.liability.expiries[row.expiry]
  return row[by]?.name ?? (by === 'pool' ? texts.contacts.names.open : texts.nothing)
}

/** What each column of the report holds, in their order. */
export const amountsOf = ({ liability, available, pending, blocked, expired_not_posted: expired }: Row) => [
  liability,
  available,
  pending,
  blocked,
  expired,
]
