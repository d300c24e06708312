import type { Work } from '../db/index.ts'
import { AlreadyExists, type FieldError } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import type { Catalogue } from './catalogue.ts'
import { type Asked, type EarlyUndo, insertEarlyUndo, waitingFor } from './early-undo.store.ts'
import type { ReturnReply, ToReturn } from './return-goods.ts'

/** Keeps a void for a purchase that has not arrived; once is enough. The name is locked by the caller. */
export async function keepVoid(work: Work, named: string, reason: string | undefined): Promise<void> {
  const name = parseGuid(named) ?? named
  const waiting = await waitingOfCaller(work, name)
  if (waiting.some(({ asked }) => asked.kind === 'VOID')) return
  await insertEarlyUndo(work, { name, asked: { kind: 'VOID', reason } })
}

/** Keeps a return for a purchase that has not arrived. The same again is kept once; other content under its number is refused. */
export async function keepReturn(
  work: Work,
  { currency }: Catalogue,
  { name: named, body, hash }: ToReturn,
): Promise<ReturnReply> {
  const name = parseGuid(named) ?? named
  const { reference_number: reference } = body
  const earlier = (await waitingOfCaller(work, name)).find(
    ({ asked }) =>
      asked.kind === 'RETURN' && reference !== undefined && asked.body.reference_number === reference,
  )
  if (earlier) refuseOther(earlier.asked, body, reference ?? '')
  const asked: Asked = { kind: 'RETURN', body, hash: hash.toString('hex') }
  const id = earlier?.id ?? (await insertEarlyUndo(work, { name, asked }))
  return waitingReply({ id, name, currency, reference })
}

async function waitingOfCaller(work: Work, name: string): Promise<readonly EarlyUndo[]> {
  const waiting = await waitingFor(work.sql, [{ tenant: work.actor.tenant, name }])
  return waiting.filter(({ within }) => within === work.actor.within)
}

function refuseOther(asked: Asked, body: ToReturn['body'], reference: string): void {
  if (asked.kind !== 'RETURN') return
  const fields = (['products', 'return_amount'] as const)
    .filter((field) => JSON.stringify(asked.body[field]) !== JSON.stringify(body[field]))
    .map((path): FieldError => {
      return {
        path,
        code: 'differs',
        message: `${path} differs from the return that waits for this purchase`,
      }
    })
  if (fields.length === 0) return
  throw AlreadyExists({
    parameters: ['return', reference],
    detail: `A return with this reference number waits for the purchase with other content: ${fields.map(({ path }) => path).join(', ')}.`,
    fields,
  })
}

interface Waiting {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly reference: string | undefined
}

function waitingReply({ id, name, currency, reference }: Waiting): ReturnReply {
  return {
    id,
    reference_number: reference ?? null,
    state: 'AWAITING_PURCHASE',
    purchase: { id: parseGuid(name) ?? null, reference_number: name },
    currency_code: currency,
    return_amount: 0,
    amount: 0,
    return_spent_amount: 0,
    redeem_undone: 0,
    spend_held: 0,
    debt: 0,
    refund: { cash: 0, wallet: 0, reduction: 0 },
    left: 0,
    products: [],
    awards: [],
    wallet: null,
    say: `No purchase ${name} is known yet: it will be returned when it arrives.`,
  }
}
