import type { FoundContact } from '../contacts/index.ts'
import type { Basket, BasketPass } from '../engine/index.ts'
import { notFound } from '../kit/error.ts'
import { carriesMoney, type FoundPass, passProblem, passUsedUp } from '../passes/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Facts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'

/** The pass of a purchase as offers see it; one that carries money opens none. */
export function basketPass(
  found: Pick<FoundPass, 'id' | 'code' | 'plan'> | undefined,
  { passPlans }: Catalogue,
): BasketPass | undefined {
  const plan = found && passPlans.get(found.plan)
  if (!found || !plan || carriesMoney(plan)) return undefined
  return {
    id: found.id,
    plan: plan.id,
    code: found.code,
    mostUses: plan.maximumUsage ?? undefined,
    mostUsesPerContact: plan.maximumUsagePerContact ?? undefined,
  }
}

interface Buying {
  readonly contact: FoundContact
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly facts: Facts
  readonly position: number
}

/** Whether the pass of the purchase carries money that is not in a wallet yet. */
export function bringsMoney(
  { isPassRedeemed }: PreparedPurchase,
  { catalogue, facts, position }: Pick<Buying, 'catalogue' | 'facts' | 'position'>,
): boolean {
  const found = facts.passes[position]
  const plan = found && catalogue.passPlans.get(found.plan)
  return plan !== undefined && carriesMoney(plan) && !isPassRedeemed
}

/** Refuses a purchase whose pass is not known, not valid now, another's, or used up. */
export function refusePass({ pass, date, command, isPassRedeemed }: PreparedPurchase, buying: Buying): void {
  if (!pass || isPassRedeemed) return
  const { contact, basket, catalogue, facts, position } = buying
  const found = facts.passes[position]
  const plan = found && catalogue.passPlans.get(found.plan)
  if (!found || !plan) throw notFound('pass', pass.code)
  const problem = passProblem(found, plan, { at: date, contact: contact.id, pin: pass.pin })
  if (problem) throw problem
  const used = (subject: string, period: string) =>
    facts.counters.get({ tenant: command.actor.tenant, offer: plan.id, subject, period })?.uses ?? 0
  const { mostUses, mostUsesPerContact } = basket.pass ?? {}
  const spentUp = mostUses !== undefined && used(found.id, 'pass:') >= mostUses
  const mine = mostUsesPerContact !== undefined && used(contact.id, `pass:${found.id}`) >= mostUsesPerContact
  if (spentUp || mine) throw passUsedUp(found)
}
