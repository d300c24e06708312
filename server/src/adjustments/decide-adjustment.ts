import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { findWallet, holdWallets } from '../wallets/index.ts'
import {
  type Adjustment,
  type AdjustmentState,
  type Decision,
  type Hand,
  handOf,
  isSameHand,
} from './adjustment.ts'
import type { DecisionBody } from './adjustments.api.ts'
import { SecondApprovalNeeded } from './adjustments.errors.ts'
import { findAdjustment, lockAdjustment, saveDecision } from './adjustments.store.ts'
import { postAdjustment } from './post-adjustment.ts'

const LEADS_TO: Readonly<Record<Decision, AdjustmentState>> = { APPROVE: 'POSTED', REJECT: 'REJECTED' }

/** Decides once: the same decision again changes nothing. */
export async function decideAdjustment(
  work: Work,
  idOrReference: string,
  { action, notes }: DecisionBody,
): Promise<Adjustment> {
  refusePartOfBusiness(work)
  const known = await findAdjustment(work, idOrReference)
  const adjustment = known && (await lockAdjustment(work, known.id))
  if (!adjustment) throw notFound('adjustment', idOrReference)
  const state = LEADS_TO[action]
  if (adjustment.state === state) return adjustment
  if (adjustment.state !== 'PENDING_APPROVAL') {
    throw InvalidState({
      parameters: ['adjustment', adjustment.state],
      detail: `The correction is ${adjustment.state}; ${action} is for one that is PENDING_APPROVAL.`,
    })
  }
  const hand = present(handOf(work.actor), 'a scope is held by a key or a person')
  refuseSameHand(adjustment, hand)
  const decided: Adjustment = {
    ...adjustment,
    // Its contact may have been merged into another meanwhile.
    wallet: (await findWallet(work, adjustment.wallet)).id,
    state,
    decidedBy: hand,
    decisionNotes: notes,
    decidedAt: work.at,
  }
  if (state === 'REJECTED') {
    await saveDecision(work, decided)
    return decided
  }
  const { wallet: id, currency } = decided
  const final = await postAdjustment(work, await holdWallets(work, [{ id, currency }]), decided)
  await saveDecision(work, final)
  return final
}

function refusePartOfBusiness({ actor }: Work): void {
  if (actor.within === undefined) return
  throw Forbidden({
    parameters: ['adjustment'],
    detail:
      'A wallet is of the whole business; a key of one merchant or venue cannot decide on its corrections.',
  })
}

/** Four eyes: who asked may neither approve nor, as that would hide it, reject. */
function refuseSameHand({ askedBy, id }: Adjustment, hand: Hand): void {
  if (!isSameHand(askedBy, hand)) return
  throw SecondApprovalNeeded({
    parameters: [id, hand.kind, hand.id],
    detail: `This ${hand.kind} asked for the correction itself; another key or person with adjustments:approve has to decide.`,
  })
}
