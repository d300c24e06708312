import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import {
  CSV_FIELDS,
  DECIMAL_MARKS,
  DELIMITERS,
  FEED_FORMATS,
  FEED_OUTCOMES,
  FEED_STATES,
  MISSING,
} from './feed.ts'

const tag = 'Product feeds'
const path = '/backoffice/v2/product_feeds'
// An address may carry a key of its own, so that it is seen only by who may change products by hand.
const seeing = ['products:write', 'products:configure'] as const

const name = z.string().trim().min(1).max(100)
const heading = z.string().trim().min(1).max(200)

const csv = z.strictObject({
  delimiter: z.enum(DELIMITERS).default(','),
  decimal_mark: z
    .enum(DECIMAL_MARKS)
    .default('.')
    .meta({ description: 'In amounts; with a comma, points are taken for thousands.' }),
  columns: z
    .partialRecord(z.enum(CSV_FIELDS), heading)
    .refine((columns) => columns.sku !== undefined, 'the column of the sku is needed')
    .optional()
    .meta({
      description:
        'For each field the heading of its column: {"sku": "Article", "family.name": "Group"}. Left out: the headings are the names of the fields. Categories stand in one cell, with | between them. An empty cell leaves its field as it is.',
    }),
})

const header = z
  .strictObject({
    name: z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'the name of a header is needed'),
    value: z.string().min(1).max(2_000).meta({ writeOnly: true }),
  })
  .meta({
    description: 'Sent with the request, such as Authorization. Its value is kept sealed and never told.',
  })

const fields = {
  name,
  url: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .meta({ description: 'https, and public; in TEST mode http as well.' }),
  format: z.enum(FEED_FORMATS).meta({
    description:
      'JSON: the body of synchroniseProducts, or the list of its products alone. CSV: one product a line, with headings.',
  }),
  schedule: z.string().trim().min(9).max(100).meta({
    description:
      'Minute, hour, day, month, weekday, as cron has them: "30 4 * * 1-5" is 04:30 from Monday to Friday.',
  }),
}
const timeZone = wire.timeZone.meta({
  description: "Whose clock the schedule is of; left out: the business's.",
})
const state = z.enum(FEED_STATES)
const missing = z.enum(MISSING).meta({
  description:
    'What becomes of products that the file had before and has no more. DEACTIVATE: they are offered no more (is_active false) until the file has them again. A file that lacks more than half of them is taken for one that was cut off, and changes none; RUN takes it as it is.',
})

const feedBody = z.strictObject({
  ...fields,
  csv: csv.optional(),
  time_zone: timeZone.optional(),
  header: header.optional(),
  state: state.default('ENABLED'),
  missing: missing.default('KEEP'),
})
export type FeedBody = z.output<typeof feedBody>

const feedChange = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  csv: csv.optional(),
  time_zone: timeZone.optional(),
  header: header.nullable().optional(),
  state: state.optional(),
  missing: missing.optional(),
})
export type FeedChange = z.output<typeof feedChange>

const feedReply = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  format: z.enum(FEED_FORMATS),
  csv: z
    .object({
      delimiter: z.string(),
      decimal_mark: z.string(),
      columns: z.record(z.string(), z.string()).nullable(),
    })
    .nullable(),
  schedule: z.string(),
  time_zone: z.string(),
  header: z.object({ name: z.string() }).nullable(),
  state: z.enum([...FEED_STATES, 'DELETED']),
  missing,
  is_running: z.boolean(),
  next_run_on: wire.epoch.nullable(),
  last_run: z
    .object({
      started_on: wire.epoch,
      ended_on: wire.epoch,
      outcome: z.enum(FEED_OUTCOMES).meta({
        description: 'UNCHANGED: the file is the one that was taken before, and nothing was done.',
      }),
      error: z.string().nullable(),
      lacked: z
        .int()
        .nullable()
        .meta({ description: 'With DEACTIVATE: products that the file had before and had no more.' }),
      deactivated: z.int().nullable().meta({ description: 'Those of them that were made inactive.' }),
    })
    .nullable(),
  failures: z.int().meta({ description: 'Runs in a row that failed.' }),
  process_id: z
    .string()
    .nullable()
    .meta({ description: 'The last synchronisation that it began, for GET processes/{id}.' }),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type FeedReply = z.input<typeof feedReply>

export const createFeed = endpoint({
  name: 'createProductFeed',
  method: 'POST',
  path,
  tag,
  summary: 'Have products fetched from an address by a schedule',
  description:
    'The file is fetched with GET, at most 32 MiB and 100,000 rows, and its rows go the way of synchroniseProducts: they are applied by a process, and products that it leaves out stay, unless `missing` says otherwise. A file that has not changed is not applied again. A run that fails is tried again after 1, 5 and 15 minutes, 1 and 4 hours, and then by its schedule. No run begins before the one before it is applied.',
  access: 'products:configure',
  effect: 'writes',
  body: feedBody,
  reply: feedReply,
  errors: [RequiredField, InvalidValue, Forbidden, IdempotencyKeyReused],
})

export const listFeeds = endpoint({
  name: 'listProductFeeds',
  method: 'GET',
  path,
  tag,
  summary: 'List product feeds, newest first',
  access: seeing,
  effect: 'reads',
  query: z.strictObject({ ...wire.listQuery, state: state.optional() }),
  reply: wire.pageReply(feedReply),
  errors: [InvalidValue, Forbidden],
})

export const getFeed = endpoint({
  name: 'getProductFeed',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a product feed, with what came of its last run',
  access: seeing,
  effect: 'reads',
  params: wire.idParams,
  reply: feedReply,
  errors: [NotFound, Forbidden],
})

export const updateFeed = endpoint({
  name: 'updateProductFeed',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change a product feed, or switch it off and on',
  description:
    'What is left out stays; header null takes it away. What a run that is under way brings is left aside. An address on another host needs its header again.',
  access: 'products:configure',
  effect: 'writes',
  params: wire.idParams,
  body: feedChange,
  reply: feedReply,
  errors: [RequiredField, InvalidValue, NotFound, Forbidden, IdempotencyKeyReused],
})

export const deleteFeed = endpoint({
  name: 'deleteProductFeed',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a product feed',
  description: 'What it brought stays. Again, by id: the same answer.',
  access: 'products:configure',
  effect: 'writes',
  params: wire.idParams,
  reply: feedReply,
  errors: [NotFound, Forbidden, IdempotencyKeyReused],
})

export const actOnFeed = endpoint({
  name: 'actOnProductFeed',
  method: 'PUT',
  path: `${path}/{id}/actions`,
  tag,
  summary: 'Fetch a product feed now',
  description:
    'RUN fetches it within seconds, whatever its schedule, also if it is DISABLED, and applies the file also if it has not changed. A run that is under way counts as the one that is asked for.',
  access: seeing,
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ action: z.enum(['RUN']) }),
  reply: feedReply,
  errors: [RequiredField, InvalidValue, NotFound, Forbidden, IdempotencyKeyReused],
})
