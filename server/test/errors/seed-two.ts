import type { Bench } from './bench.ts'
import { TWO } from './generic/named-records.ts'

/** Two of each kind of record that one name may mean. */
export async function seedTwo({ line, mine, server }: Bench): Promise<void> {
  const post = async (path: string, body: object) => {
    const headers = { api_key: mine.key, 'content-type': 'application/json' }
    const sent = { method: 'POST', path: `/backoffice/v2/${path}`, headers, body: JSON.stringify(body) }
    const { status, text } = await line.send(sent)
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`)
  }
  await post('contacts', { code: TWO })
  await post('contacts', { code: 'ANOTHER' })
  // As two registrations at the same moment may leave it: alone, the second is refused.
  await server.database.pool.query(
    `insert into identifiers (tenant, kind, value, contact_id)
     select tenant, 'LOYALTY', $2, id from contacts where tenant = $1 and code = 'ANOTHER'`,
    [mine.actor.tenant, TWO],
  )
  for (const code of ['LEFT', 'RIGHT']) {
    await post('organisations', { type: 'MERCHANT', name: code, code, taps: [{ code: `TAP-${code}` }] })
    const venue = { type: 'VENUE', name: `Venue ${code}`, code: `V-${code}`, taps: [{ code: TWO }] }
    await post('organisations', { ...venue, parent: { code } })
    await post('purchases', {
      reference_number: TWO,
      organisation: { merchant_tap: { code: `TAP-${code}` } },
      transaction_amounts: { total: 10 },
    })
  }
  const groups = { family: { code: TWO, name: 'Warm' }, brand: { code: TWO, name: 'Ours' } }
  await post('products', { sku: 'OF-TWO', name: 'Both', ...groups })
}
