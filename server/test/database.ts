import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'

export interface FreshDatabase {
  readonly url: string
  drop(): Promise<void>
}

const templateIsBusy = '55006'
const attempts = 100

/** A migrated, empty database for one test file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, template } = inject('postgres')
  const name = `tillback_test_${randomBytes(6).toString('hex')}`
  await asAdmin(url, (admin) => clone(admin, { template, name }))
  return {
    url: withDatabase(url, name),
    drop: () => asAdmin(url, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
  }
}

/** A database without anything. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const { url } = inject('postgres')
  const name = `tillback_test_${randomBytes(6).toString('hex')}`
  await asAdmin(url, (admin) => admin.query(`create database ${name}`))
  return {
    url: withDatabase(url, name),
    drop: () => asAdmin(url, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function clone(
  admin: pg.Client,
  { template, name }: { readonly template: string; readonly name: string },
) {
  for (let left = attempts; ; left--) {
    try {
      await admin.query(`create database ${name} template ${template}`)
      return
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === templateIsBusy
      if (!isBusy || left === 0) throw error
      await sleep(100)
    }
  }
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
