import { z } from 'zod'
import {
  type Award,
  type BasketLine,
  explainRefused,
  formulaOf,
  OCCASIONS,
  type Refused,
} from '../../engine/index.ts'
import { wireNumber } from '../../kit/money.ts'
import { quantityNumber } from '../../kit/quantity.ts'
import { epochSeconds } from '../../kit/time.ts'
import * as wire from '../../kit/wire.ts'
import { offsetAt } from '../../kit/zone.ts'
import type { Judged } from './finding.ts'
import type { Setting } from './setting.ts'

const offerName = z.object({ id: z.string(), code: z.string(), name: z.string(), version: z.int() })

export const basketReply = z.object({
  occasion: z.enum(OCCASIONS),
  organisation: z.object({ id: z.string(), name: z.string() }),
  local_time: z.string().meta({ description: 'On the clock of the place, ISO 8601 with its offset.' }),
  time_zone: z.string(),
  contact: z.object({
    segments: z.array(z.string()),
    schemes: z.array(z.string()),
    tier: z.string().nullable(),
    tiers_reached: z.array(z.string()),
    birthday: z.string().nullable(),
    name_day: z.string().nullable(),
    signed_up_on: wire.epoch,
  }),
  channel: z.string().nullable(),
  classification: z.string().nullable(),
  payment_medium_identifier: z.string().nullable(),
  tender: z.array(z.string()),
  pass_plan: z.string().nullable(),
  products: z.array(
    z.object({
      sku: z.string().nullable().meta({ description: 'null: of anything that nobody has entered.' }),
      family: z.string().nullable(),
      brand: z.string().nullable(),
      type: z.string().nullable(),
      quantity: z.number(),
      total: wire.amount,
      earns: z.boolean(),
    }),
  ),
  transaction_amounts: z.object({ total: wire.amount, discount: wire.amount }),
  awards: z.array(z.object({ offer: offerName, amount: wire.amount, says: z.string() })),
  total_award: wire.amount,
  refused: z.array(
    z.object({ offer: offerName, condition: z.string(), seen: z.string(), needed: z.string() }),
  ),
})
export type BasketReply = z.input<typeof basketReply>

/** A basket of an example as a till would send it, with what it was given. */
export function showBasket({ trial, outcome }: Judged, { known }: Setting): BasketReply {
  const { place, basket } = trial.draft
  const { shopper, tiers, currency } = basket
  const show = (minor: bigint) => wireNumber(minor, currency)
  const tierCode = (id: string) => known.tiers?.tiers.find((tier) => tier.id === id)?.code ?? id
  return {
    occasion: basket.occasion,
    organisation: { id: basket.venue ?? basket.merchant, name: basket.placeName },
    local_time: localTime(basket.at, place.zone),
    time_zone: place.zone,
    contact: {
      segments: [...shopper.segments],
      schemes: [...shopper.schemes].map((id) => known.schemes.get(id)?.code ?? id),
      tier: tiers.current === undefined ? null : tierCode(tiers.current),
      tiers_reached: tiers.reached.map(tierCode),
      birthday: shopper.birthday ?? null,
      name_day: shopper.nameDay ?? null,
      signed_up_on: epochSeconds(shopper.since),
    },
    channel: basket.channel ?? null,
    classification: basket.classification ?? null,
    payment_medium_identifier: basket.paymentMedium ?? null,
    tender: [...basket.tenders],
    pass_plan: basket.pass ? (known.passPlans.get(basket.pass.plan)?.code ?? basket.pass.plan) : null,
    products: basket.lines.map((line) => showLine(line, show)),
    transaction_amounts: { total: show(basket.total), discount: show(basket.discount) },
    awards: outcome.awards.map((award) => ({
      offer: nameOf(award.offer),
      amount: show(award.amount),
      says: formulaOf(award),
    })),
    total_award: show(outcome.awards.reduce((sum, { amount }) => sum + amount, 0n)),
    refused: outcome.refused.map((refused) => showRefused(refused, basket)),
  }
}

function showLine(line: BasketLine, show: (minor: bigint) => number): BasketReply['products'][number] {
  const { sku, family, brand, type, quantity, gross, earns = true } = line
  const total = show(gross)
  return { sku: sku || null, family, brand, type, quantity: quantityNumber(quantity), total, earns }
}

function showRefused(refused: Refused, basket: Parameters<typeof explainRefused>[1]) {
  const { condition, seen, needed } = explainRefused(refused, basket)
  return { offer: nameOf(refused.offer.offer), condition, seen, needed }
}

function nameOf({ id, code, version, terms }: Award['offer']) {
  return { id, code, name: terms.name, version }
}

const MINUTE = 60_000
const HOUR = 60

/** "2026-03-29T04:00:00+03:00" */
export function localTime(at: Date, zone: string): string {
  const offset = offsetAt(at, zone)
  const minutes = Math.abs(Math.round(offset / MINUTE))
  const two = (value: number) => String(value).padStart(2, '0')
  const wall = new Date(at.getTime() + offset).toISOString().slice(0, 19)
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`
}
