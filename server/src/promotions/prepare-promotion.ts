import { tryOut, type Work } from '../db/index.ts'
import { type AskWithin, Forbidden } from '../http/index.ts'
import { InvalidState, Refusal } from '../kit/error.ts'
import { newId, type PromotionId } from '../kit/id.ts'
import { invariant } from '../kit/invariant.ts'
import { type Change, changesOf, digestOf } from './compare.ts'
import { isShown } from './document.ts'
import { KINDS, type KindName } from './kinds.ts'
import type { Problem, Promotion } from './promotion.ts'
import type { PrepareBody } from './promotions.api.ts'
import { insertPromotion, testTwinOf } from './promotions.store.ts'
import { readConfiguration } from './read-configuration.ts'
import { writeChange } from './write-change.ts'

/** Compares both modes, tries the changes out, and keeps what came of it for a review. */
export async function preparePromotion(
  ask: AskWithin,
  work: Work,
  { kinds = KINDS.map(({ kind }) => kind) }: PrepareBody,
): Promise<Promotion> {
  requireLive(work)
  const changes = await differenceNow(ask, work, kinds)
  const promotion: Promotion = {
    id: newId<PromotionId>(),
    state: 'PREPARED',
    kinds,
    digest: digestOf(changes),
    changes,
    problems: await problemsOf(ask, work, changes),
    createdAt: work.at,
    appliedAt: undefined,
  }
  await insertPromotion(work, promotion)
  return promotion
}

export function requireLive({ actor }: Work): void {
  if (actor.mode !== 'LIVE') {
    throw InvalidState({
      parameters: ['mode', actor.mode],
      detail: 'A promotion changes LIVE mode, and is asked for there; use a LIVE key.',
    })
  }
  requireWholeBusiness({ actor })
}

export function requireWholeBusiness({ actor }: Pick<Work, 'actor'>): void {
  if (actor.within !== undefined) {
    throw Forbidden({ detail: 'A key of one merchant or venue does not promote the whole business.' })
  }
}

/** What TEST mode would change in LIVE mode as both are now. */
export async function differenceNow(
  ask: AskWithin,
  work: Work,
  kinds: readonly KindName[],
): Promise<readonly Change[]> {
  const twin = await testTwinOf(work)
  if (twin === undefined) {
    throw InvalidState({
      parameters: ['mode', 'LIVE'],
      detail: 'The business has no TEST mode to promote from.',
    })
  }
  const live = asConfiguring(work)
  const test: Work = { ...live, actor: { ...live.actor, tenant: twin, mode: 'TEST' } }
  const code = await codeOfBusiness(ask, live)
  return changesOf(
    KINDS.filter(({ kind }) => kinds.includes(kind)),
    await readConfiguration(ask, test, code),
    await readConfiguration(ask, live, code),
  )
}

async function codeOfBusiness(ask: AskWithin, live: Work): Promise<string> {
  const told = await ask.work(live, 'getOrganisation', { params: { id: live.actor.business } })
  invariant(isShown(told) && typeof told.code === 'string', 'a business has a code')
  return told.code
}

/** Who may promote may do all that a promotion does. */
export function asConfiguring(work: Work): Work {
  return { ...work, actor: { ...work.actor, scopes: new Set(['*']) } }
}

/** Each change is made and all of them taken back, as later ones may name earlier ones. */
async function problemsOf(
  ask: AskWithin,
  work: Work,
  changes: readonly Change[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  await tryOut(work, async () => {
    for (const change of changes) {
      try {
        await writeChange(ask, asConfiguring(work), change)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { kind, code, of } = change
        problems.push({ kind, code, ...(of !== undefined && { of }), detail: error.message })
      }
    }
  })
  return problems
}
