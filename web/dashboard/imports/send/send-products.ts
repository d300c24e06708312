import type { RejectedRow, SynchroniseProductsBody, Tillback } from '@tillback/sdk'
import { inBatches, type Outcome, reasonFor, type Sending, sumOf } from './sending.ts'

/** As many as a call takes. */
const A_CALL = 10_000
const LONG_MS = 120_000

/** Products go to the server in as few calls as it takes; its jobs do the rest, also when nobody looks any more. */
export async function sendProducts(
  rows: readonly object[],
  { isTrial, signal, ask, watch }: Sending,
): Promise<Outcome> {
  const firsts = new Map<string, number>()
  for (const batch of inBatches(rows, A_CALL)) {
    // Rows are what the file says; the server tells of those that are none.
    const body = { products: batch.rows } as SynchroniseProductsBody
    const options = {
      query: { simulate: isTrial },
      signal,
      timeout: LONG_MS,
      idempotencyKey: crypto.randomUUID(),
    }
    const { process_id } = await ask((client) =>
      client.productSynchronisation.synchroniseProducts(body, options),
    )
    firsts.set(process_id, batch.first)
  }
  const processes = await watch([...firsts.keys()])
  const rejected = new Map<number, string>()
  for (const { id, totals } of processes) {
    if ((totals?.rejected ?? 0) === 0) continue
    for (const { index, message } of await ask((client) => rejectedRows(client, id)))
      rejected.set((firsts.get(id) ?? 0) + index, reasonFor(message))
  }
  return { totals: sumOf(processes.flatMap(({ totals }) => totals ?? [])), rejected }
}

async function rejectedRows(client: Tillback, id: string) {
  const rows: RejectedRow[] = []
  for await (const row of client.productSynchronisation.eachRejectedRow(id, { size: 100 })) rows.push(row)
  return rows
}
