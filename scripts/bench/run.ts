import { prepareBaseline } from './baseline.ts'
import type { Cluster } from './cluster.ts'
import { measureBaseline, measureHttp, type Sample, type Times } from './measure.ts'
import type { Measure, Options } from './options.ts'
import { type ProfiledArea, profileServer } from './profile.ts'
import { type Business, seedBusiness, seedOffers } from './seed.ts'
import { type Server, startServer } from './servers.ts'

export const FEW_OFFERS = 20
export const MANY_OFFERS = 10_000

export interface Result {
  readonly measure: Measure
  readonly connections: number
  readonly round: number
  readonly sample: Sample
}

export interface Verified {
  readonly offers: number
  readonly holds: boolean
  readonly purchases: number
  readonly seconds: number
  readonly says: string
}

/** All that was found on one PostgreSQL. */
export interface Run {
  readonly database: string
  readonly version: string
  readonly settings: string
  readonly sampleBytes: number
  readonly results: readonly Result[]
  readonly verified: readonly Verified[]
  readonly profile: readonly ProfiledArea[] | undefined
}

interface Stage {
  readonly cluster: Cluster
  readonly program: string | undefined
  readonly business: Business
  readonly url: string
  readonly few: Server
  readonly second: Server | undefined
  readonly many: Server | undefined
}

type Say = (line: string) => void

/** Seeds fresh databases, measures everything in turn, round after round, and proves the books at the end. */
export async function runOn(
  cluster: Cluster,
  options: Options,
  { program, say }: { readonly program: string | undefined; readonly say: Say },
): Promise<Run> {
  const stage = await setUp(cluster, options, { program, say })
  say('warming up.')
  await warmUp(stage)
  const { sampleBytes } = await prepareBaseline(stage.url)
  const results = await measureAll(stage, options, say)
  const verified = await verifyAll(stage)
  for (const server of [stage.few, stage.second, stage.many]) await server?.stop()
  const profile = options.profile ? await profiled(stage, options, say) : undefined
  const { name, version, settings } = cluster
  return { database: name, version, settings, sampleBytes, results, verified, profile }
}

async function setUp(
  cluster: Cluster,
  { contacts, measures, serverFlags }: Options,
  { program, say }: { readonly program: string | undefined; readonly say: Say },
): Promise<Stage> {
  const since = performance.now()
  const url = await cluster.create('bench_few')
  const business = await seedBusiness(url, contacts)
  const manyUrl = measures.includes('offers') ? await cluster.create('bench_many', url) : undefined
  await seedOffers(url, FEW_OFFERS)
  if (manyUrl) await seedOffers(manyUrl, MANY_OFFERS)
  say(`seeded ${contacts} contacts in ${((performance.now() - since) / 1_000).toFixed(1)} s.`)
  const few = await startServer(url, serverFlags)
  const second = measures.includes('processes') ? await startServer(url, serverFlags) : undefined
  const many = manyUrl ? await startServer(manyUrl, serverFlags) : undefined
  return { cluster, program, business, url, few, second, many }
}

const WARM: Times = { warmSeconds: 0.5, seconds: 1.5 }
const WARM_CONNECTIONS = 16

async function warmUp({ business, few, second, many, cluster }: Stage): Promise<void> {
  for (const server of [few, second, many]) {
    if (!server) continue
    const load = { servers: [server], business, connections: WARM_CONNECTIONS, database: cluster.pid }
    const { rate, firstError } = await measureHttp({ ...load, ...WARM })
    if (rate === 0) throw new Error(`no purchase was answered with 200: ${firstError ?? 'no answer at all'}`)
  }
}

async function measureAll(stage: Stage, options: Options, say: Say): Promise<Result[]> {
  const wanted = options.measures.filter((measure) => measurerOf(stage, measure, options) !== undefined)
  const results: Result[] = []
  for (let round = 0; round < options.rounds; round++) {
    // Each round begins with another measure, so that none is always the coldest or after a checkpoint.
    const turn = wanted.map((_, index) => wanted[(index + round) % wanted.length] ?? 'http')
    for (const connections of options.connections) {
      for (const measure of turn) {
        const sample = await measurerOf(stage, measure, options)?.(connections)
        if (!sample) continue
        results.push({ measure, connections, round, sample })
        const where = `round ${round + 1} of ${options.rounds}, ${connections} connections`
        say(`${where}, ${measure}: ${Math.round(sample.rate)}/s`)
      }
    }
  }
  return results
}

type Measurer = (connections: number) => Promise<Sample>

/** How a thing is measured; undefined where it cannot be. */
function measurerOf(stage: Stage, measure: Measure, options: Options): Measurer | undefined {
  const { cluster, program, business, url, few, second, many } = stage
  const times = { warmSeconds: options.warmSeconds, seconds: options.seconds, database: cluster.pid }
  const http =
    (...servers: readonly (Server | undefined)[]): Measurer =>
    (connections) =>
      measureHttp({ ...times, business, connections, servers: servers.filter((each) => each !== undefined) })
  const baseline = (script: 'purchase-statements.sql' | 'purchase-call.sql') =>
    program === undefined
      ? undefined
      : (clients: number) =>
          measureBaseline({ ...times, program, url, script, clients, contacts: business.contacts })
  switch (measure) {
    case 'statements':
      return baseline('purchase-statements.sql')
    case 'function':
      return baseline('purchase-call.sql')
    case 'http':
      return http(few)
    case 'offers':
      return many && http(many)
    case 'processes':
      return second && http(few, second)
  }
}

interface VerifyReply {
  readonly holds?: boolean
  readonly checks?: readonly {
    readonly name: string
    readonly looked_at: number
    readonly broken: readonly string[]
  }[]
}

async function verifyAll({ few, many, business }: Stage): Promise<Verified[]> {
  const found = [await verify(few, business.key, FEW_OFFERS)]
  if (many) found.push(await verify(many, business.key, MANY_OFFERS))
  return found
}

async function verify({ port }: Server, key: string, offers: number): Promise<Verified> {
  const since = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/backoffice/v2/ledger/verify`, {
    headers: { api_key: key },
  })
  const text = await response.text()
  const seconds = (performance.now() - since) / 1_000
  if (response.status !== 200)
    return { offers, holds: false, purchases: 0, seconds, says: text.slice(0, 300) }
  const { holds = false, checks = [] }: VerifyReply = JSON.parse(text)
  const broken = checks.filter((check) => check.broken.length > 0)
  return {
    offers,
    holds,
    purchases: checks.find(({ name }) => name === 'purchases_equal_transfers')?.looked_at ?? 0,
    seconds,
    says: broken.map(({ name, broken: [first] }) => `${name}: ${first}`).join('; '),
  }
}

function profiled({ business, cluster, url }: Stage, options: Options, say: Say) {
  const connections = Math.max(...options.connections)
  say(`profiling a server at ${connections} connections.`)
  return profileServer(url, { business, connections, database: cluster.pid, flags: options.serverFlags })
}
