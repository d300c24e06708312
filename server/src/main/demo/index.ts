import path from 'node:path'
import type { Database } from '../../db/index.ts'
import type { Clock } from '../../kit/time.ts'
import { readIfThere, writePrivate } from '../data-folder.ts'
import { createDemo, DEMO_CODE, type DemoMode, type MadeDemo } from './create-demo.ts'
import { shiftOf } from './history.ts'

/** What the file `demo.json` tells scripts, so that they can start at once. */
export interface Demo {
  readonly file: string
  readonly base_url: string
  readonly test_key: string
  readonly live_key: string
  readonly publishable_test_key: string
  readonly staff: { readonly username: string; readonly password: string }
  /** How many days after its own the sample is replayed. */
  readonly history_shift_days: number
  readonly organisations: DemoMode['organisations']
  readonly contacts: DemoMode['contacts']
  readonly offers: DemoMode['offers']
  readonly live: Pick<DemoMode, 'organisations' | 'contacts' | 'offers'>
}

export interface PreparedDemo {
  /** Writes the file for the address that is served; readable by its owner only. */
  write(baseUrl: string): Promise<Demo>
}

interface DemoOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly say: (line: string) => void
}

/** The demo of this data folder, as it was made before or made now; undefined when its keys are lost. */
export async function openDemo(
  database: Database,
  { dataDir, clock, say }: DemoOptions,
): Promise<PreparedDemo | undefined> {
  const file = path.resolve(dataDir, 'demo.json')
  const before = await readIfThere(file)
  if (await demoExists(database)) {
    if (before !== undefined) return writer(JSON.parse(before))
    say(
      `the demo is in the database, but its keys were in ${file}, which is gone; an empty data folder makes a new demo`,
    )
    return undefined
  }
  say('creating the demo business from real retail data')
  const at = clock()
  return createDemo(database, at, async (made) => {
    const demo = demoOf(made, file, shiftOf(at))
    await writeDemo(demo)
    return writer(demo)
  })
}

function writer(demo: Demo): PreparedDemo {
  return {
    write: async (baseUrl) => {
      const written = { ...demo, base_url: baseUrl }
      await writeDemo(written)
      return written
    },
  }
}

async function writeDemo(demo: Demo): Promise<void> {
  await writePrivate(demo.file, `${JSON.stringify(demo, null, 2)}\n`)
}

function demoOf({ staff, test, live }: MadeDemo, file: string, shiftDays: number): Demo {
  const { organisations, contacts, offers } = live
  return {
    file,
    base_url: '',
    test_key: test.secretKey,
    live_key: live.secretKey,
    publishable_test_key: test.publishableKey,
    staff,
    history_shift_days: shiftDays,
    organisations: test.organisations,
    contacts: test.contacts,
    offers: test.offers,
    live: { organisations, contacts, offers },
  }
}

async function demoExists(database: Database): Promise<boolean> {
  const row = await database.query
    .selectFrom('organisations')
    .select('tenant')
    .where('type', '=', 'BUSINESS')
    .where('code', '=', DEMO_CODE)
    .executeTakeFirst()
  return row !== undefined
}
