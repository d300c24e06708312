import { arrayOf, type Runner, statement } from '../db/index.ts'
import type { Had } from './missing.ts'
import type { DueFeed } from './runs.store.ts'

const READ = statement(
  'product_feeds_read_had',
  'select had, gone from product_feed_skus where tenant = $1::int and feed_id = $2::uuid',
)

type Of = Pick<DueFeed, 'tenant' | 'id'>

export async function readHad(sql: Runner, { tenant, id }: Of): Promise<Had> {
  const [row] = await sql.run<{ readonly had: readonly string[]; readonly gone: readonly string[] }>(READ, [
    tenant,
    id,
  ])
  return { had: new Set(row?.had), gone: new Set(row?.gone) }
}

const SAVE = statement(
  'product_feeds_save_had',
  `insert into product_feed_skus (tenant, feed_id, had, gone) values ($1::int, $2::uuid, $3::text[], $4::text[])
       on conflict (tenant, feed_id) do update set had = excluded.had, gone = excluded.gone`,
)

export async function saveHad(sql: Runner, { tenant, id }: Of, { had, gone }: Had): Promise<void> {
  await sql.run(SAVE, [tenant, id, arrayOf([...had]), arrayOf([...gone])])
}
