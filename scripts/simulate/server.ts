// The product as a process of its own, so that it can be killed. The simulation says what time it is.
import { pino } from 'pino'
import { openDatabase } from '../../server/src/db/index.ts'
import { buildApp } from '../../server/src/main/app.ts'
import type { FromServer, Order } from './place.ts'

const [, , databaseUrl = '', secret = '', startedAt = '0'] = process.argv
let now = new Date(Number(startedAt))
const database = openDatabase(databaseUrl)
const app = buildApp({
  database,
  clock: () => now,
  log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  secret: Buffer.from(secret, 'hex'),
})

process.on('message', (order: Order) => void obey(order))
process.on('disconnect', () => process.exit(0))
const url = await app.http.listen({ host: '127.0.0.1', port: 0 })
tell({ ready: url })

async function obey({ id, now: ms, expire }: Order): Promise<void> {
  now = new Date(ms)
  try {
    const [failure] = expire ? (await app.expireLots()).failed : []
    tell({ done: id, ...(failure === undefined ? {} : { failed: String(failure) }) })
  } catch (error) {
    tell({ done: id, failed: String(error) })
  }
}

function tell(message: FromServer): void {
  process.send?.(message)
}
