import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CannotStartDatabase, type EmbeddedDatabase, startEmbedded } from './embedded.ts'

let home: string
const started: EmbeddedDatabase[] = []

beforeAll(() => {
  home = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'tillback-embedded-')))
  fs.chmodSync(home, 0o755)
})
afterEach(async () => {
  for (const database of started.splice(0).reverse()) await database.stop()
})
afterAll(() => fs.rmSync(home, { recursive: true, force: true }))

describe('the embedded database', () => {
  test('starts from nothing, durable, and reachable only through its own directory', async () => {
    const dataDir = path.join(home, 'new/data')
    const said: string[] = []
    const database = await start(dataDir, (line) => said.push(line))

    expect(database.adopted).toBe(false)
    expect(said[0]).toBe(`Creating a PostgreSQL 18 database in ${dataDir}.`)
    expect(fs.statSync(dataDir).mode & 0o077).toBe(0)
    expect(await settingsOf(database, ['fsync', 'synchronous_commit', 'full_page_writes'])).toEqual([
      'on',
      'on',
      'on',
    ])
    expect(await settingsOf(database, ['listen_addresses', 'jit', 'max_wal_size'])).toEqual([
      '',
      'off',
      '2GB',
    ])
  })

  test('keeps committed rows when its server is killed', async () => {
    const dataDir = path.join(home, 'killed')
    const first = await start(dataDir)
    await query(first.url, 'create table kept as select 42 as answer')
    process.kill(first.pid, 'SIGKILL')

    const second = await start(dataDir)
    expect(second.pid).not.toBe(first.pid)
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('waits for the work that a killed server left behind, and then keeps its rows', async () => {
    const dataDir = path.join(home, 'orphans')
    const first = await start(dataDir)
    await query(first.url, 'create table kept as select 42 as answer')
    const orphan = query(first.url, 'select count(*) from generate_series(1, 12000000)').catch(() => 'lost')
    await waitUntil(async () => (await busyQueries(first.url)) === 1)
    process.kill(first.pid, 'SIGKILL')

    const second = await start(dataDir)
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(await orphan).not.toBe(undefined)
  })

  test('adopts the server that a killed process left running', async () => {
    const dataDir = path.join(home, 'adopted')
    const pid = await startInProcessThatDies(dataDir)

    const database = await start(dataDir)
    expect(database).toMatchObject({ adopted: true, pid })
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is one server for all who start it at the same moment, and ends with the last of them', async () => {
    const dataDir = path.join(home, 'shared')
    const databases = await Promise.all([start(dataDir), start(dataDir), start(dataDir)])
    const [first, second, third] = databases
    expect(new Set(databases.map(({ pid }) => pid)).size).toBe(1)
    expect(databases.filter(({ adopted }) => !adopted)).toHaveLength(1)

    await first.stop()
    await second.stop()
    expect(await query(third.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await third.stop()
    await expect(query(third.url, 'select 1')).rejects.toThrow()
  })

  test('cleans up after a killed initdb, and leaves one alone that still works', async () => {
    const dataDir = path.join(home, 'half')
    const abandoned = `${dataDir}.new-${await pidOfTheDead()}-00000000`
    const working = `${dataDir}.new-${process.pid}-00000000`
    for (const half of [abandoned, working]) fs.mkdirSync(path.join(half, 'base'), { recursive: true })

    await start(dataDir)
    expect(fs.existsSync(abandoned)).toBe(false)
    expect(fs.existsSync(working)).toBe(true)
  })

  test('does not take a stranger with the process number of an earlier server for that server', async () => {
    const dataDir = path.join(home, 'stranger')
    const first = await start(dataDir)
    process.kill(first.pid, 'SIGKILL')
    const stranger = spawn('sleep', ['60'])
    const note = path.join(dataDir, 'postmaster.pid')
    fs.writeFileSync(note, fs.readFileSync(note, 'utf8').replace(/^\d+/, String(stranger.pid)))

    const second = await start(dataDir)
    expect(second.adopted).toBe(false)
    expect(stranger.exitCode).toBe(null)
    stranger.kill()
  })

  test('takes a path that is too long for a socket and full of odd characters', async () => {
    const dataDir = path.join(home, `${'long'.repeat(30)}, "odd" ünd space`)
    const database = await start(dataDir)
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const socket = decodeURIComponent(new URL(database.url).searchParams.get('host') ?? '')
    expect(fs.statSync(socket).mode & 0o777).toBe(0o700)
    expect(await start(dataDir)).toMatchObject({ adopted: true, url: database.url })
  })

  test('refuses a directory with other files in it, and says what to do', async () => {
    const dataDir = path.join(home, 'foreign')
    fs.mkdirSync(path.join(dataDir, 'photos'), { recursive: true })
    await expect(start(dataDir)).rejects.toThrow(CannotStartDatabase)
    await expect(start(dataDir)).rejects.toThrow('DATABASE_URL=postgres://')
    expect(fs.readdirSync(dataDir)).toEqual(['photos'])
  })
})

async function start(dataDir: string, say?: (line: string) => void): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, settings: { shared_buffers: '32MB' }, ...(say && { say }) })
  started.push(database)
  return database
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function settingsOf({ url }: EmbeddedDatabase, names: readonly string[]): Promise<unknown[]> {
  const rows = await query(
    url,
    `select ${names.map((name, i) => `current_setting('${name}') as s${i}`).join()}`,
  )
  return rows.flatMap((row) => Object.values(row ?? {}))
}

async function busyQueries(url: string): Promise<number> {
  const busy = `select pid from pg_stat_activity where state = 'active' and query like '%generate_series%'
    and pid <> pg_backend_pid()`
  return (await query(url, busy)).length
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Starts the database in a process of its own, which is then killed; answers the server's process number. */
async function startInProcessThatDies(dataDir: string): Promise<number> {
  const module = JSON.stringify(new URL('embedded.ts', import.meta.url).href)
  const script = `const { startEmbedded } = await import(${module})
    const { pid } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(pid)
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  const output: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => output.push(part))
  await new Promise((closed) => child.once('close', closed))
  return Number(Buffer.concat(output).toString())
}

async function pidOfTheDead(): Promise<number | undefined> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((closed) => child.once('close', closed))
  return child.pid
}
