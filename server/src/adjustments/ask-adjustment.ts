import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, invalidField, notFound } from '../kit/error.ts'
import { type AdjustmentId, newId, type PoolId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { DAY, later } from '../kit/time.ts'
import { approvalAbove, readBusiness } from '../organisations/index.ts'
import { findPool, findWallet, holdWallets, type Wallet } from '../wallets/index.ts'
import { type Adjustment, type Asked, differences, type Hand, handOf } from './adjustment.ts'
import type { AdjustmentBody } from './adjustments.api.ts'
import { adjustmentByReference, correctedAlone, insertAdjustment } from './adjustments.store.ts'
import { postAdjustment } from './post-adjustment.ts'

/** Posts a correction, or keeps it until somebody else approves it. */
export async function askAdjustment(work: Work, idOrCode: string, body: AdjustmentBody): Promise<Adjustment> {
  refusePartOfBusiness(work)
  const wallet = await findWallet(work, idOrCode)
  const asked = await readAsked(work, wallet, body)
  // Held first: of the same correction sent twice at once the second has to see what the first did.
  const held = await holdWallets(work, [wallet])
  const before =
    asked.reference === undefined ? undefined : await adjustmentByReference(work, asked.reference)
  if (before) return sameAgain(before, { ...asked, wallet: wallet.id })

  if (asked.expiresAt && asked.expiresAt <= work.at) {
    throw invalidField('expires_on', asked.expiresAt.toISOString(), 'it must be in the future')
  }
  const askedBy = present(handOf(work.actor), 'a scope is held by a key or a person')
  const waits = await needsApproval(work, { wallet, askedBy, amount: asked.amount })
  const adjustment: Adjustment = {
    ...asked,
    id: newId<AdjustmentId>(),
    wallet: wallet.id,
    currency: wallet.currency,
    state: waits ? 'PENDING_APPROVAL' : 'POSTED',
    askedBy,
    decidedBy: undefined,
    decisionNotes: undefined,
    createdAt: work.at,
    decidedAt: waits ? undefined : work.at,
  }
  const final = waits ? adjustment : await postAdjustment(work, held, adjustment)
  await insertAdjustment(work, final)
  return final
}

/** Parts count together: what the same hand corrected alone within a day is no way around the limit. */
async function needsApproval(
  work: Work,
  { wallet, askedBy, amount }: { readonly wallet: Wallet; readonly askedBy: Hand; readonly amount: bigint },
): Promise<boolean> {
  const { settings, currency } = await readBusiness(work.db, work.actor.tenant)
  const since = later(work.at, -DAY)
  const alone = await correctedAlone(work, { wallet: wallet.id, askedBy, since })
  return alone + amount > approvalAbove(settings, currency)
}

function refusePartOfBusiness({ actor }: Work): void {
  if (actor.within === undefined) return
  throw Forbidden({
    parameters: ['adjustment'],
    detail: 'A wallet is of the whole business; a key of one merchant or venue cannot correct it.',
  })
}

async function readAsked(work: Work, { currency }: Wallet, body: AdjustmentBody): Promise<Asked> {
  const { type, commerce_pool: pool, expires_on: expiresAt, reason, reference_number: reference } = body
  if (type === 'DEBT_RELIEF' && pool) {
    throw invalidField('commerce_pool', 'sent', 'what a contact owes is of no pool')
  }
  if (type !== 'CREDIT' && expiresAt) throw invalidField('expires_on', 'sent', 'only a CREDIT expires')
  const amount = readPositiveMinor('amount', body.amount, minorDigits(currency))
  return { type, amount, pool: await poolNamed(work, pool), expiresAt, reason, reference }
}

async function poolNamed(work: Work, named: AdjustmentBody['commerce_pool']): Promise<PoolId | undefined> {
  if (!named) return undefined
  const idOrCode = named.id ?? named.code ?? ''
  const pool = await findPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  return pool.id
}

function sameAgain(before: Adjustment, asked: Parameters<typeof differences>[1]): Adjustment {
  const fields = differences(before, asked)
  if (fields.length === 0) return before
  throw AlreadyExists({
    parameters: ['reference_number', before.reference ?? '', ...fields],
    detail: `reference_number "${before.reference}" is of another correction; it differs in ${fields.join(', ')}.`,
    fields: fields.map((path) => ({
      path,
      code: 'differs',
      message: `${path} differs from what was sent with the same reference_number`,
    })),
  })
}
