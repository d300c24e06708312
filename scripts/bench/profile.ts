import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeLater } from './closing.ts'
import { measureHttp } from './measure.ts'
import type { Business } from './seed.ts'
import { startServer } from './servers.ts'

/** A part of the server and its share of the CPU time that the server used. */
export interface ProfiledArea {
  readonly area: string
  readonly share: number
  readonly most: readonly { readonly name: string; readonly share: number }[]
}

interface Profiled {
  readonly business: Business
  readonly connections: number
  readonly database: number | undefined
  readonly flags: readonly string[]
}

const SAMPLE_MICROSECONDS = 200
const WARM_SECONDS = 2
const SECONDS = 8

/** Loads a server of its own under V8's sampling profiler. */
export async function profileServer(url: string, { flags, ...load }: Profiled): Promise<ProfiledArea[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillback-profile-'))
  closeLater(() => rmSync(folder, { recursive: true, force: true }))
  const profiler = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${SAMPLE_MICROSECONDS}`]
  const server = await startServer(url, [...flags, ...profiler])
  const from = microseconds()
  await measureHttp({ ...load, servers: [server], warmSeconds: WARM_SECONDS, seconds: SECONDS })
  const loaded = { from: from + WARM_SECONDS * 1e6, to: microseconds() }
  await server.stop()
  const [file = ''] = readdirSync(folder)
  return summarise(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), loaded)
}

/** On the clock that V8's profiles are written by. */
function microseconds(): number {
  return Number(process.hrtime.bigint() / 1_000n)
}

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  readonly children?: readonly number[]
}

interface Profile {
  readonly startTime: number
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

// The first that fits the innermost frame with a place of its own; natives have none and count for their
// caller.
const AREAS: readonly (readonly [string, RegExp])[] = [
  ['hashing', /^node:(internal\/)?crypto/],
  ['HTTP: Node', /^node:(internal\/)?_?http/],
  ['sockets and streams', /^node:(net|internal\/(stream|streams|js_stream))/],
  ['HTTP: fastify', /node_modules\/(fastify|find-my-way|@fastify|avvio|fast-|secure-json)/],
  [
    'JSON and validation',
    /server\/src\/http\/(json|nul)|node_modules\/zod|purchases\.api|http\/wire|purchases\/submission/,
  ],
  ['HTTP: ours', /server\/src\/(http|access)\//],
  ['SQL parameters', /server\/src\/db\/runner/],
  ['pg driver', /node_modules\/pg(-|\/)|node_modules\/postgres-/],
  [
    'deciding',
    /server\/src\/(purchases\/(decide|explain|grant|basket|count|spend|absorb)|offers|wallets|kit)/,
  ],
  ['answers and stored JSON', /server\/src\/purchases\/(show|stored|receipt|purchases\.store)/],
  ['facts and writes', /server\/src\/(purchases|ledger|events|contacts|products|db)\//],
  ['Node: timers, promises, buffers', /^node:/],
]

/** Self time by area under load, without the time in which the server had nothing to do. */
function summarise(
  { nodes, samples, timeDeltas, startTime }: Profile,
  { from, to }: { readonly from: number; readonly to: number },
): ProfiledArea[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  )
  const areas = new Map<string, Map<string, number>>()
  let busy = 0
  let at = startTime
  samples.forEach((id, index) => {
    const node = byId.get(id)
    const took = timeDeltas[index] ?? 0
    at += took
    if (at < from || at > to) return
    if (!node || ['(idle)', '(root)'].includes(node.callFrame.functionName)) return
    busy += took
    const area = areaOf(node, (each) => byId.get(parents.get(each) ?? 0))
    const within = areas.get(area) ?? new Map<string, number>()
    const { functionName, url, lineNumber } = node.callFrame
    const name = `${functionName || '(anonymous)'} ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`
    within.set(name, (within.get(name) ?? 0) + took)
    areas.set(area, within)
  })
  const bySize = (all: ReadonlyMap<string, number>) => [...all].sort(([, a], [, b]) => b - a)
  return [...areas]
    .map(([area, within]) => ({
      area,
      share: [...within.values()].reduce((sum, took) => sum + took, 0) / busy,
      most: bySize(within)
        .slice(0, 6)
        .map(([name, took]) => ({ name, share: took / busy })),
    }))
    .sort((a, b) => b.share - a.share)
}

function areaOf(start: ProfileNode, parentOf: (id: number) => ProfileNode | undefined): string {
  if (start.callFrame.functionName === '(garbage collector)') return 'garbage collector'
  if (start.callFrame.functionName === '(program)') return 'V8 and libuv outside JavaScript'
  for (let node: ProfileNode | undefined = start; node; node = parentOf(node.id)) {
    const { url } = node.callFrame
    if (url === '') continue
    const found = AREAS.find(([, pattern]) => pattern.test(url))
    if (found) return found[0]
  }
  return 'other'
}
