import type { Sample } from './measure.ts'
import { MEASURES, type Measure } from './options.ts'
import type { Result, Run } from './run.ts'

const TITLES: Record<Measure, string> = {
  statements: '(a) pgbench, statements',
  function: '(b) pgbench, one function call',
  http: '(c) Tillback, 20 offers',
  offers: '(c) Tillback, 10,000 offers',
  processes: '(c) Tillback, two processes',
}

/** The middle, the least and the most of several rounds. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export interface Row {
  readonly measure: Measure
  readonly connections: number
  readonly rate: Spread
  readonly p50: number
  readonly p99: Spread
  readonly cores: Record<'server' | 'database' | 'client' | 'other', number>
  readonly rss: number
  readonly errors: number
}

export interface Ratio {
  readonly name: string
  readonly connections: number
  readonly ratio: Spread
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
  return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 }
}

export function rowsOf(results: readonly Result[]): Row[] {
  return eachMeasured(results).map(({ measure, connections, samples }) => {
    const middle = (read: (sample: Sample) => number) => spreadOf(samples.map(read)).median
    return {
      measure,
      connections,
      rate: spreadOf(samples.map(({ rate }) => rate)),
      p50: middle(({ p50 }) => p50),
      p99: spreadOf(samples.map(({ p99 }) => p99)),
      cores: {
        server: middle(({ serverCpu }) => serverCpu),
        database: middle(({ databaseCpu }) => databaseCpu),
        client: middle(({ clientCpu }) => clientCpu),
        other: middle(({ otherCpu }) => otherCpu),
      },
      rss: Math.max(...samples.map(({ rss }) => rss)),
      errors: samples.reduce((sum, { errors }) => sum + errors, 0),
    }
  })
}

function eachMeasured(results: readonly Result[]) {
  const connections = [...new Set(results.map((result) => result.connections))]
  return connections
    .flatMap((count) => MEASURES.map((measure) => ({ connections: count, measure })))
    .map(({ connections: count, measure }) => ({
      measure,
      connections: count,
      samples: results
        .filter((result) => result.connections === count && result.measure === measure)
        .map(({ sample }) => sample),
    }))
    .filter(({ samples }) => samples.length > 0)
}

const RATIOS: readonly (readonly [string, Measure, Measure])[] = [
  ['c/a', 'http', 'statements'],
  ['c/b', 'http', 'function'],
  ['cost of 10,000 offers', 'http', 'offers'],
  ['two processes / one', 'processes', 'http'],
]

/** Ratios within each round, because a noisy machine slows all measures of a round alike. */
export function ratiosOf(results: readonly Result[]): Ratio[] {
  const connections = [...new Set(results.map((result) => result.connections))]
  return RATIOS.flatMap(([name, over, under]) =>
    connections.flatMap((count): Ratio[] => {
      const here = results.filter((result) => result.connections === count)
      const ratios = here
        .filter(({ measure }) => measure === over)
        .flatMap(({ round, sample }) => {
          const other = here.find((result) => result.measure === under && result.round === round)
          return other && other.sample.rate > 0 ? [sample.rate / other.sample.rate] : []
        })
      return ratios.length === 0 ? [] : [{ name, connections: count, ratio: spreadOf(ratios) }]
    }),
  )
}

export function print(run: Run): void {
  console.log(`\nPostgreSQL ${run.version} (${run.database}); ${run.settings}`)
  console.log(`JSON of a purchase: ${run.sampleBytes} bytes\n`)
  for (const cells of table(run)) console.log(cells)
  console.log('\nratios, median of the rounds (least–most)')
  const ratios = ratiosOf(run.results)
  for (const name of new Set(ratios.map((each) => each.name))) {
    const told = ratios
      .filter((each) => each.name === name)
      .map(({ connections, ratio }) => `${connections}: ${ratioText(ratio)}`)
    console.log(`  ${name.padEnd(24)} ${told.join('   ')}`)
  }
  for (const { offers, holds, purchases, seconds, says } of run.verified) {
    const what = holds ? 'hold' : `DO NOT HOLD: ${says}`
    console.log(`the books with ${offers} offers ${what} (${purchases} purchases, ${seconds.toFixed(1)} s)`)
  }
  for (const result of run.results.filter(({ sample }) => sample.errors > 0)) {
    const { measure, connections, sample } = result
    console.log(`ERRORS: ${measure} at ${connections}: ${sample.errors}, first: ${sample.firstError ?? ''}`)
  }
  if (run.profile) printProfile(run.profile)
}

function table({ results }: Run): string[] {
  const head = ['conns', '', 'purchases/s', '(least–most)', 'p50 ms', 'p99 ms', '(least–most)']
  const cores = ['server', 'database', 'client', 'other cores', 'RSS MB']
  const rows = rowsOf(results).map((row) => [
    String(row.connections),
    TITLES[row.measure],
    String(Math.round(row.rate.median)),
    `${Math.round(row.rate.least)}–${Math.round(row.rate.most)}`,
    row.p50.toFixed(2),
    row.p99.median.toFixed(1),
    `${row.p99.least.toFixed(1)}–${row.p99.most.toFixed(1)}`,
    row.cores.server > 0 ? row.cores.server.toFixed(2) : '',
    row.cores.database.toFixed(2),
    row.cores.client.toFixed(2),
    row.cores.other.toFixed(2),
    row.rss > 0 ? row.rss.toFixed(0) : '',
  ])
  const all = [[...head, ...cores], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? []
  return all.map((row) =>
    row
      .map((cell, column) =>
        column === 1 ? cell.padEnd(widths[1] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}

function ratioText({ median, least, most }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`
}

function printProfile(areas: NonNullable<Run['profile']>): void {
  console.log('\nCPU time of the server at the most connections')
  for (const { area, share, most } of areas) {
    console.log(`  ${(share * 100).toFixed(1).padStart(5)} %  ${area}`)
    for (const { name, share: part } of most) {
      if (part >= 0.005) console.log(`           ${(part * 100).toFixed(1).padStart(4)} %  ${name}`)
    }
  }
}
