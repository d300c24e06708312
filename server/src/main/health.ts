import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../db/index.ts'

/** `/livez`: the process answers. `/readyz`: it can serve, so a balancer may send it requests. */
export function mountHealth(
  http: FastifyInstance,
  { database, ready }: { readonly database: Database; readonly ready: () => boolean },
): void {
  http.get('/livez', async () => ({ status: 'ok' }))
  http.get('/readyz', async (_, reply) => {
    const answers = ready() && (await databaseAnswers(database))
    return reply.code(answers ? 200 : 503).send({ status: answers ? 'ok' : 'not ready' })
  })
}

async function databaseAnswers({ query }: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(query)
    return true
  } catch {
    return false
  }
}
