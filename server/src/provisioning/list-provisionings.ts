import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { MAX_PAGE_SIZE } from '../kit/limits.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { ProvisioningReply, ProvisioningsQuery } from './provisionings.api.ts'
import { countProvisionings, pageOfProvisionings, sendAgain } from './provisionings.store.ts'

export async function listProvisionings(
  work: Work,
  { order_id, adaptor_id, state, ...list }: ProvisioningsQuery,
): Promise<Page<ProvisioningReply>> {
  const filter = { order: order_id, adaptor: adaptor_id, state }
  const rows = await pageOfProvisionings(work, filter, list)
  const total = list.include_total ? await countProvisionings(work, filter) : null
  const request = { page: list.page, size: list.size, includeTotal: list.include_total }
  return pageOf(
    request,
    rows,
    (row) => ({ order: { id: row.order_id, number: row.number }, ...show(row) }),
    total,
  )
}

/** Where an order went, in the order in which it was sent; the newest hundred. */
export async function provisioningOf(
  work: Work,
  order: string,
): Promise<readonly Omit<ProvisioningReply, 'order'>[]> {
  const rows = await pageOfProvisionings(work, { order }, { page: 1, size: MAX_PAGE_SIZE, order: 'DESC' })
  return rows.slice(0, MAX_PAGE_SIZE).toReversed().map(show)
}

function show(row: Row): Omit<ProvisioningReply, 'order'> {
  return {
    id: row.id,
    adaptor: { id: row.adaptor_id, name: row.adaptor_name },
    event_type: row.event_type,
    state: row.state,
    attempts: row.attempts,
    error: row.error,
    next_on: row.next_at ? epochSeconds(row.next_at) : null,
    created_on: epochSeconds(row.created_at),
    sent_on: row.sent_at ? epochSeconds(row.sent_at) : null,
  }
}

type Row = Awaited<ReturnType<typeof pageOfProvisionings>>[number]

/** Whatever came of it before, it is sent again at once. */
export async function resend(work: Work, id: string): Promise<{ readonly id: string }> {
  if (!(await sendAgain(work, id))) throw notFound('order_provisioning', id)
  return { id }
}
