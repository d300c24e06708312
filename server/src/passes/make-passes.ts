import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { may } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import { type ContactId, idOf } from '../kit/id.ts'
import { directoryOf, readBusiness, readOrganisations, readTaps } from '../organisations/index.ts'
import { createPasses, type MadePass } from './create-passes.ts'
import { getPlan } from './list-plans.ts'
import type { PassMoney } from './pass-money.ts'
import { carriesMoney, type PassPlan } from './pass-plan.ts'
import type { NamedContact, PassBody } from './passes.api.ts'
import { valueOfPass } from './plan-money.ts'

/** Tokens, which know the codes that wallets show for a minute, stand after passes. */
export type OwnWalletCode = (work: Work, sent: string) => Promise<string>

/** As a request wants them: one with its own code and pin, or many of which all is made up. */
export async function makePasses(
  work: Work,
  body: PassBody,
  ownWalletCode: OwnWalletCode,
): Promise<readonly MadePass[]> {
  const plan = await getPlan(work, body.pass_plan_id)
  const contact = body.contact && (await contactNamed(work, body.contact, ownWalletCode))
  const money = await moneyOf(work, plan, body)
  const { recipient, gift_sender } = body
  const gift = recipient || gift_sender ? { recipient, gift_sender } : undefined
  const wanted = { code: body.code, pin: body.pin, contact, money, gift }
  return createPasses(
    work,
    plan,
    Array.from({ length: body.count }, () => wanted),
  )
}

async function contactNamed(
  work: Work,
  { wallet_code, ...named }: NamedContact,
  ownWalletCode: OwnWalletCode,
): Promise<ContactId> {
  const [identifier = ''] = Object.values(named).flatMap((value) => value ?? [])
  const code = wallet_code === undefined ? undefined : await ownWalletCode(work, wallet_code)
  return (await getContact(work, code ?? identifier)).id
}

async function moneyOf(work: Work, plan: PassPlan, body: PassBody): Promise<PassMoney | undefined> {
  const { db, actor } = work
  const { tenant, business, within } = actor
  const { currency } = await readBusiness(db, tenant)
  const value = valueOfPass(plan, body.pass_value, currency)
  const { payment_method: payment = { type: 'CASH' } } = body
  if (!carriesMoney(plan) || payment.type === 'GRANT') requireOffers(work, plan)
  if (value === undefined) {
    refuseMoneyFields(body)
    return undefined
  }
  const directory = directoryOf(await readOrganisations(db, tenant), await readTaps(db, tenant))
  const { merchant, venue } = directory.placeOf(body.organisation ?? { id: within ?? business }, within)
  return {
    value,
    organisation: (venue ?? merchant).id,
    method: payment.type,
    methodId: payment.id,
    pool: plan.terms.pool === undefined ? undefined : idOf(plan.terms.pool),
  }
}

/** Whoever sells passes has the money in hand; to open offers or give money away is the right of who makes offers. */
function requireOffers({ actor }: Work, plan: PassPlan): void {
  if (may(actor, 'offers:write')) return
  const what = carriesMoney(plan) ? 'A pass for which nobody paid' : `A pass of "${plan.name}" (PROMOTION)`
  throw Forbidden({ parameters: ['offers:write'], detail: `${what} is made with offers:write.` })
}

function refuseMoneyFields(body: PassBody): void {
  for (const path of ['payment_method', 'organisation', 'recipient', 'gift_sender'] as const) {
    if (body[path] !== undefined) throw invalidField(path, 'sent', 'it is for passes that carry money')
  }
}
