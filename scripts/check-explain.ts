// Recomputes every amount of a database from the explanations that are stored with it. Whatever judges is in check-explain/, which
// shares no code with the server; only finding the database is the server's.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../server/src/db/index.ts'
import { checkExplanations } from './check-explain/check.ts'
import { linesOf } from './check-explain/print.ts'

const USAGE = `npm run check:explain -- [options]

  --most N   how many mismatches are named (100)
  --json     one JSON document on standard output

It looks at the database of DATABASE_URL, or at the embedded one in TILLBACK_DATA_DIR (.tillback).
It ends with 0 when all holds, with 1 when something differs, with 2 when it could not look.`

const { values } = parseArgs({
  options: {
    most: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const database = await findDatabase()
  try {
    const report = await checkExplanations(database.url, { most: Number(values.most) })
    console.log(values.json ? JSON.stringify(report) : linesOf(report).join('\n'))
    return report.holds ? 0 : 1
  } finally {
    await database.stop()
  }
}

/** The one that is named, or the embedded one of the data folder, which may run already. */
async function findDatabase(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given !== undefined) return { url: given, stop: async () => {} }
  const dataDir = path.join(path.resolve(process.env.TILLBACK_DATA_DIR ?? '.tillback'), 'database')
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) {
    throw new Error(`there is no database in ${dataDir}; set TILLBACK_DATA_DIR or DATABASE_URL`)
  }
  const server = await startEmbedded({ dataDir, say: (line) => console.error(line) })
  const url = new URL(server.url)
  url.pathname = '/tillback'
  return { url: url.href, stop: () => server.stop() }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error('check:explain:', error instanceof Error ? error.message : error)
  process.exitCode = 2
}
