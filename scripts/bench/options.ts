import { parseArgs } from 'node:util'

export const USAGE = `npm run bench -- [options]

  --quick                a first look of one to two minutes a database (the default); --full for
                         figures to keep
  --database WHERE       embedded, postgres (this machine's or Debian's) or the URL of a server whose user may
                         create databases; may be given several times. Default: postgres where pgbench can be
                         had, and embedded
  --connections LIST     1,8,32,128
  --measure LIST         statements, function, http, offers (10,000 of them), processes (two)
  --rounds N, --seconds N, --contacts N
  --server-flags="..."   options of Node for the measured servers; default: those of npm start
  --profile              also say where the CPU time of the server goes, at the most connections
  --json                 one JSON document on standard output`

export const MEASURES = ['statements', 'function', 'http', 'offers', 'processes'] as const
export type Measure = (typeof MEASURES)[number]

export interface Options {
  readonly databases: readonly string[]
  readonly connections: readonly number[]
  readonly measures: readonly Measure[]
  readonly rounds: number
  readonly seconds: number
  readonly warmSeconds: number
  readonly contacts: number
  readonly serverFlags: readonly string[]
  readonly profile: boolean
  readonly json: boolean
}

/** undefined: the usage was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      database: { type: 'string', multiple: true, default: [] },
      connections: { type: 'string', default: '1,8,32,128' },
      measure: { type: 'string', default: MEASURES.join(',') },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      contacts: { type: 'string' },
      'server-flags': { type: 'string', default: '--max-semi-space-size=32 --heap-growing-percent=100' },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const usual = values.full && !values.quick ? FULL : QUICK
  const numberOr = (text: string | undefined, otherwise: number) =>
    text === undefined ? otherwise : positive(text)
  return {
    databases: values.database,
    connections: values.connections.split(',').map(positive),
    measures: values.measure.split(',').map(measureOf),
    rounds: numberOr(values.rounds, usual.rounds),
    seconds: numberOr(values.seconds, usual.seconds),
    warmSeconds: usual.warmSeconds,
    contacts: numberOr(values.contacts, usual.contacts),
    serverFlags: values['server-flags'].split(' ').filter((flag) => flag !== ''),
    profile: values.profile,
    json: values.json,
  }
}

const QUICK = { rounds: 2, seconds: 0.8, warmSeconds: 0.3, contacts: 20_000 }
const FULL = { rounds: 5, seconds: 5, warmSeconds: 1, contacts: 100_000 }

function positive(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`"${text}" is not a positive number.\n\n${USAGE}`)
  return value
}

function measureOf(text: string): Measure {
  const found = MEASURES.find((each) => each === text)
  if (!found) throw new Error(`"${text}" is not measured; choose of ${MEASURES.join(', ')}.`)
  return found
}
