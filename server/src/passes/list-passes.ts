import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import type { PassId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { getPlan } from './list-plans.ts'
import type { PassPlan } from './pass-plan.ts'
import type { PassQuery, PassReply } from './passes.api.ts'
import { countPasses, findPass, type ListedPass, type PassFilter, pageOfPasses } from './passes.store.ts'
import { readPassPlans } from './plans.store.ts'

/** How often passes were used, by purchases that stand. Known to the domain of purchases, which builds on this one. */
export type UsesOf = (work: Work, passes: readonly PassId[]) => Promise<ReadonlyMap<PassId, number>>

export async function listPasses(work: Work, query: PassQuery, usesOf: UsesOf): Promise<Page<PassReply>> {
  const filter = await filterOf(work, query)
  const found = await pageOfPasses(work, filter, query)
  const total = query.include_total ? await countPasses(work, filter) : null
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  const { paging } = pageOf(request, found, (pass) => pass, total)
  return { content: await showPasses(work, found.slice(0, query.size), usesOf), paging }
}

async function filterOf(work: Work, query: PassQuery): Promise<PassFilter> {
  const { code, pass_code, pass_plan, state, contact } = query
  return {
    code: code ?? pass_code,
    plan: pass_plan === undefined ? undefined : (await getPlan(work, pass_plan)).id,
    state,
    contact: contact === undefined ? undefined : (await getContact(work, contact)).id,
  }
}

/** By id or code. */
export async function getPass(work: Work, idOrCode: string): Promise<ListedPass> {
  const pass = await findPass(work, idOrCode)
  if (!pass) throw notFound('pass', idOrCode)
  return pass
}

export async function showPass(work: Work, pass: ListedPass, usesOf: UsesOf): Promise<PassReply> {
  const [shown] = await showPasses(work, [pass], usesOf)
  return present(shown, 'a pass that was found is shown')
}

async function showPasses(work: Work, passes: readonly ListedPass[], usesOf: UsesOf): Promise<PassReply[]> {
  if (passes.length === 0) return []
  const plans = await readPassPlans(work.db, work.actor.tenant)
  const uses = await usesOf(
    work,
    passes.map(({ id }) => id),
  )
  return passes.map((pass) => {
    const plan = present(plans.get(pass.plan), 'a plan that has passes is not deleted')
    return showOne(pass, plan, uses.get(pass.id) ?? 0)
  })
}

function showOne(pass: ListedPass, plan: PassPlan, used: number): PassReply {
  return {
    id: pass.id,
    code: pass.code,
    state: pass.state,
    pass_plan: { id: plan.id, code: plan.code, name: plan.name },
    contact: pass.contact ?? null,
    has_pin: pass.hasPin,
    valid_from: epochSeconds(pass.validFrom),
    valid_to: pass.validTo ? epochSeconds(pass.validTo) : null,
    maximum_usage: plan.maximumUsage,
    maximum_usage_per_contact: plan.maximumUsagePerContact,
    used,
    created_on: epochSeconds(pass.createdAt),
  }
}
