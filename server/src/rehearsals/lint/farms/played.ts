import { type Basket, type CompiledOffer, counterBook, indexOffers } from '../../../engine/index.ts'
import type { ContactId } from '../../../kit/id.ts'
import { sum } from '../../../kit/money.ts'
import { simulation } from '../../simulate.ts'
import { change, type Draft } from '../draft.ts'
import type { Kept, Step } from '../finding.ts'
import type { Setting } from '../setting.ts'
import { isForReachingTier } from '../terms.ts'
import { TENANT } from '../trial.ts'

/** What somebody means to do: buy, or give goods back. */
export type Move =
  | { readonly does: 'BUY'; readonly purchase: string; readonly draft: Draft; readonly by?: ContactId }
  | {
      readonly does: 'GIVE_BACK'
      readonly purchase: string
      /** Goods for so much; without it all of them, by a void. */
      readonly goods?: bigint
    }

export interface Played {
  readonly steps: readonly Step[]
  readonly kept: Kept
}

/** Plays it against the offer alone, with counters that move and are given back as they really are. */
export function played(offer: CompiledOffer, setting: Setting, moves: readonly Move[]): Played {
  // Tiers are counted where they are to be reached; else the contact stands where the basket says.
  const tiers = isForReachingTier(offer) ? setting.known.tiers : undefined
  const offers = indexOffers([offer])
  const world = simulation({ tenant: TENANT, offers, tiers })
  const totals = new Map<string, bigint>()
  const steps = moves.map((move): Step => {
    const { purchase } = move
    if (move.does === 'BUY') {
      const draft = move.by === undefined ? move.draft : change(move.draft, { contact: move.by })
      totals.set(purchase, draft.basket.total)
      const outcome = world.judge(past(purchase, draft.basket))
      return { does: 'BUY', purchase, judged: { trial: { draft, counters: counterBook() }, outcome } }
    }
    const isVoid = move.goods === undefined
    const goods = move.goods ?? totals.get(purchase) ?? 0n
    const taken = world.takeBack({ purchase, decided: 0n, isVoid, goods })
    return { does: 'GIVE_BACK', purchase, goods, takenBack: sum(taken.map(({ amount }) => amount)) }
  })
  return { steps, kept: keptOf(steps) }
}

function past(id: string, basket: Basket) {
  return { id, decided: 0n, basket, isPaidInFull: false, comesBack: true, spent: [], awarded: [] }
}

function keptOf(steps: readonly Step[]): Kept {
  return {
    goods: sum(
      steps.map((step) => (step.does === 'BUY' ? step.judged.trial.draft.basket.total : -step.goods)),
    ),
    award: sum(steps.map((step) => (step.does === 'BUY' ? awardedIn(step) : -step.takenBack))),
  }
}

/** What a step was awarded. */
export function awardedIn(step: Step): bigint {
  return step.does === 'BUY' ? sum(step.judged.outcome.awards.map(({ amount }) => amount)) : 0n
}
