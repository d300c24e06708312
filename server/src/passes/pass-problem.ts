import type { Refusal } from '../kit/error.ts'
import type { ContactId, PassId, PassPlanId } from '../kit/id.ts'
import { isPin } from './pass-code.ts'
import type { PassPlan, PassState } from './pass-plan.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from './passes.errors.ts'

/** So many wrong pins take a pass out of use, until somebody puts it into use again. */
export const MOST_WRONG_PINS = 5

/** A pass as a purchase finds it. */
export interface RedeemablePass {
  readonly id: PassId
  readonly code: string
  readonly plan: PassPlanId
  /** The only contact that may use it; undefined: anybody. */
  readonly contact: ContactId | undefined
  readonly pinHash: Buffer | undefined
  readonly state: PassState
  readonly validFrom: Date
  /** The first instant at which it is no longer valid. */
  readonly validTo: Date | undefined
}

export interface Redeeming {
  readonly at: Date
  readonly contact: ContactId | undefined
  readonly pin: string | undefined
}

/**
 * Why the pass cannot be used at this instant by this contact, as a refusal to throw; undefined: it can, if it is not used up.
 * Who may not use it learns no more than that. A pin that is not needed is not looked at.
 */
export function passProblem(
  { code, ...pass }: RedeemablePass,
  plan: PassPlan,
  { at, contact, pin }: Redeeming,
): Refusal | undefined {
  const parameters = ['pass', code]
  if (pass.contact !== undefined && pass.contact !== contact) {
    const whom = contact === undefined ? 'one contact; send who it is' : 'another contact'
    return CannotRedeemPass({ parameters, detail: `The pass "${code}" is for ${whom}.` })
  }
  // Before the pin: a pass that wrong pins took out of use no longer tells which pin is right.
  const ended = endedProblem({ code, ...pass }, plan)
  if (ended) return ended
  if (pass.pinHash && pin === undefined) {
    return CannotRedeemPass({ parameters, detail: `The pass "${code}" has a pin; send it as pass.pin.` })
  }
  if (pass.pinHash && pin !== undefined && !isPin(pin, pass.pinHash)) return wrongPin({ code })
  if (at < pass.validFrom) {
    const detail = `The pass "${code}" is valid from ${pass.validFrom.toISOString()}; this is ${at.toISOString()}.`
    return PassNotActive({ parameters, detail })
  }
  if (pass.validTo && at >= pass.validTo) {
    const detail = `The pass "${code}" was valid until ${pass.validTo.toISOString()}; this is ${at.toISOString()}.`
    return PassExpired({ parameters, detail })
  }
  return undefined
}

function endedProblem({ code, state }: RedeemablePass, plan: PassPlan): Refusal | undefined {
  const parameters = ['pass', code]
  if (state === 'REDEEMED') return passUsedUp({ code })
  if (state === 'EXPIRED') return PassExpired({ parameters, detail: `The pass "${code}" is over.` })
  if (state !== 'ACTIVE') {
    return PassNotActive({ parameters, detail: `The pass "${code}" is ${state.toLowerCase()}.` })
  }
  if (plan.state === 'ACTIVE') return undefined
  return PassNotActive({ parameters, detail: `"${plan.name}", of which the pass is, is inactive.` })
}

export function wrongPin({ code }: Pick<RedeemablePass, 'code'>): Refusal {
  return CannotRedeemPass({
    parameters: ['pass', code],
    detail: `The pin of the pass "${code}" is another; after ${MOST_WRONG_PINS} wrong ones it is taken out of use.`,
  })
}

/** For whoever counts the uses: the pass has been used as often as its plan allows. */
export function passUsedUp({ code }: Pick<RedeemablePass, 'code'>): Refusal {
  return PassAlreadyRedeemed({
    parameters: ['pass', code],
    detail: `The pass "${code}" has been used as often as it may be.`,
  })
}
