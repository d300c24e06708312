import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import type { OrganisationId, PassId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness, readOrganisations } from '../organisations/index.ts'
import { readPools } from '../wallets/index.ts'
import { getPlan } from './list-plans.ts'
import { stateAt } from './pass-money.ts'
import type { PassPlan } from './pass-plan.ts'
import type { PassQuery, PassReply } from './passes.api.ts'
import { countPasses, findPass, type ListedPass, type PassFilter, pageOfPasses } from './passes.store.ts'
import { readPassPlans } from './plans.store.ts'
import { redemptionsOf } from './redemptions.store.ts'

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
  const { db, actor } = work
  const plans = await readPassPlans(db, actor.tenant)
  const ids = passes.map(({ id }) => id)
  const uses = await usesOf(work, ids)
  const show = await moneyShower(work, ids)
  return passes.map((pass) => {
    const plan = present(plans.get(pass.plan), 'a plan that has passes is not deleted')
    return { ...showOne(pass, plan, uses.get(pass.id) ?? 0), ...show(pass) }
  })
}

/** What a pass carries, and what became of it. */
async function moneyShower(work: Work, passes: readonly PassId[]) {
  const { db, actor, at } = work
  const { currency } = await readBusiness(db, actor.tenant)
  const pools = await readPools(db, actor.tenant)
  const names = new Map((await readOrganisations(db, actor.tenant)).map(({ id, name }) => [id, name]))
  const redemptions = await redemptionsOf(work, passes)
  const organisation = (id: OrganisationId) => ({ id, name: names.get(id) ?? '' })
  return (pass: ListedPass) => {
    const { money, gift, endedAt } = pass
    const state = stateAt(pass, at)
    const redemption = redemptions.get(pass.id)
    const carries = money && {
      value: wireNumber(money.value, currency),
      balance: wireNumber(state === 'ACTIVE' ? money.value : 0n, currency),
      commerce_pool: money.pool ? { id: money.pool, name: pools.get(money.pool)?.name ?? '' } : null,
      payment_method: { type: money.method, id: money.methodId ?? null },
      organisation: organisation(money.organisation),
    }
    return {
      ...NO_MONEY,
      ...carries,
      state,
      currency_code: currency,
      recipient: gift?.recipient ?? null,
      gift_sender: gift?.gift_sender ?? null,
      redemption: redemption
        ? {
            id: redemption.id,
            wallet_id: redemption.wallet,
            date: epochSeconds(redemption.date),
            organisation: organisation(redemption.organisation),
          }
        : null,
      ended_on: endedAt ? epochSeconds(endedAt) : null,
    }
  }
}

const NO_MONEY = {
  value: null,
  balance: null,
  commerce_pool: null,
  payment_method: null,
  organisation: null,
}

function showOne(pass: ListedPass, plan: PassPlan, used: number) {
  return {
    id: pass.id,
    code: pass.code,
    classification: plan.classification,
    pass_plan: { id: plan.id, code: plan.code, name: plan.name },
    contact: pass.contact ?? null,
    has_pin: pass.hasPin,
    valid_from: epochSeconds(pass.validFrom),
    valid_to: pass.validTo ? epochSeconds(pass.validTo) : null,
    maximum_usage: plan.maximumUsage,
    maximum_usage_per_contact: plan.maximumUsagePerContact,
    used: pass.state === 'REDEEMED' ? 1 : used,
    created_on: epochSeconds(pass.createdAt),
  }
}
