import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

export const USAGE = `npm run replay:real -- [options]

  --data FOLDER      the "Complete Journey" tables; TILLBACK_REAL_DATA sets it too
                     (../shared/data/complete-journey)
  --limit N          only the first N baskets
  --concurrency N    requests at once (16)
  --database WHERE   embedded (the default), postgres (this machine's) or the URL of a server whose user may
                     create databases
  --keep             leave the embedded database in .tillback/real; the next run with --keep goes on there
  --judge N          with --keep, after a run that sent its baskets: judge them again N times, then N times with a
                     draft, and nothing else
  --json             one JSON document on standard output`

export interface Options {
  readonly folder: string
  /** 0: all. */
  readonly limit: number
  readonly concurrency: number
  readonly database: string
  readonly keep: boolean
  /** 0: the baskets are sent. */
  readonly judge: number
  readonly json: boolean
}

const root = path.resolve(import.meta.dirname, '../..')
const TABLES = [
  'transactions.csv.gz',
  'products.csv.gz',
  'demographics.csv.gz',
  'campaigns.csv.gz',
  'campaign_descriptions.csv',
  'coupons.csv.gz',
  'coupon_redemptions.csv.gz',
]

/** undefined: the usage was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      limit: { type: 'string', default: '0' },
      concurrency: { type: 'string', default: '16' },
      database: { type: 'string', default: 'embedded' },
      keep: { type: 'boolean', default: false },
      judge: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  if (values.keep && values.database !== 'embedded') throw new Error('--keep is for the embedded database')
  const { data = process.env.TILLBACK_REAL_DATA, limit, concurrency, database, keep, json } = values
  const judge = whole('judge', values.judge, 0)
  if (judge > 0 && !keep) throw new Error('--judge is for a run that was kept; add --keep')
  // The server refuses settings that are not its own.
  delete process.env.TILLBACK_REAL_DATA
  return {
    folder: dataIn(path.resolve(root, data ?? '../shared/data/complete-journey')),
    limit: whole('limit', limit, 0),
    concurrency: whole('concurrency', concurrency, 1),
    database,
    keep,
    judge,
    json,
  }
}

function dataIn(folder: string): string {
  const missing = TABLES.filter((table) => !existsSync(path.join(folder, table)))
  if (missing.length === 0) return folder
  throw new Error(
    `${folder} has no ${missing.join(', ')}.
The data is "Complete Journey" by 84.51°, public domain (CC0), in the R package completejourney on CRAN
(https://cran.r-project.org/package=completejourney): each of its tables as a CSV file. Say where it is with
--data or TILLBACK_REAL_DATA.`,
  )
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  throw new Error(`--${name} is "${text}"; a whole number from ${least} is needed.`)
}
