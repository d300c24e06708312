import type { Work } from '../db/index.ts'
import { alreadyExists, InvalidState } from '../kit/error.ts'
import { type ContactId, newId, type PassId } from '../kit/id.ts'
import { drawCodes, hashPin, normaliseCode } from './pass-code.ts'
import { type PassPlan, validTo } from './pass-plan.ts'
import { insertPasses, type NewPass } from './passes.store.ts'

/** A pass to make; what is left out: a code that is made up, no pin, for anybody. */
export interface WantedPass {
  readonly code?: string | undefined
  readonly pin?: string | undefined
  readonly contact?: ContactId | undefined
}

export interface MadePass {
  readonly id: PassId
  readonly code: string
}

/**
 * Makes passes of a plan in a few statements, however many they are. Either all are made or none, and they are answered in the
 * order in which they were wanted. The caller holds the plan (`sharePlan`).
 */
export async function createPasses(
  work: Work,
  plan: PassPlan,
  wanted: readonly WantedPass[],
): Promise<readonly MadePass[]> {
  const until = { id: plan.id, validTo: validTo(plan, work.at) }
  refuseOver(plan, until.validTo, work.at)
  const made = wanted.map(prepared)
  await insertGiven(
    work,
    until,
    made.flatMap(({ code, ...pass }) => (code === undefined ? [] : [{ ...pass, code }])),
  )
  const drawn = await insertDrawn(
    work,
    plan,
    made.filter(({ code }) => code === undefined),
  )
  return made.map(({ id, code }) => ({ id, code: code ?? drawn.get(id) ?? '' }))
}
