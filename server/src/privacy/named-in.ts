import { type RawBuilder, sql } from 'kysely'
import type { Person } from './places.ts'

/** A text that tells of the person by one of their ids. */
export function namedIn(text: RawBuilder<unknown>, { contacts, wallets }: Person): RawBuilder<unknown> {
  return sql`${text} like any(${[...contacts, ...wallets].map((id) => `%${id}%`)}::text[])`
}
