import { pino } from 'pino'
import { openDatabase } from '../src/db/index.ts'
import { buildApp } from '../src/main/app.ts'

// A server process that does nothing but send webhooks, to be killed at the worst moment.

const { DATABASE_URL = '', SECRET = '', NOW = '' } = process.env
const database = openDatabase(DATABASE_URL)
const app = buildApp({
  database,
  clock: () => new Date(NOW),
  log: pino({ level: 'silent' }),
  secret: Buffer.from(SECRET, 'hex'),
  webhooks: { networks: ['127.0.0.0/8'] },
})
await app.sendWebhooks()
await app.close()
await database.close()
