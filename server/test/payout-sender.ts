import { pino } from 'pino'
import { openDatabase } from '../src/db/index.ts'
import { buildApp } from '../src/main/app.ts'

// A server process that does nothing but send payouts, to be killed at the worst moment.

const { DATABASE_URL = '', SECRET = '', SIMULATOR = '', NOW = '' } = process.env
const database = openDatabase(DATABASE_URL)
const urls = { stripe: SIMULATOR, paypalLive: SIMULATOR, paypalSandbox: SIMULATOR }
const app = buildApp({
  database,
  clock: () => new Date(NOW),
  log: pino({ level: 'silent' }),
  secret: Buffer.from(SECRET, 'hex'),
  payouts: { urls, answerWithinMs: 60_000 },
})
await app.sendPayouts()
await app.close()
await database.close()
