import { z } from 'zod'
import { wireNumber } from '../../kit/money.ts'
import { saysTimings } from '../../kit/timing.ts'
import * as wire from '../../kit/wire.ts'
import { type Example, FINDING_CODES, type Finding, SEVERITIES, type Step } from './finding.ts'
import type { Setting } from './setting.ts'
import { basketReply, localTime, showBasket } from './show-basket.ts'

const stepReply = z.object({
  does: z.enum(['BUY', 'GIVE_BACK', 'HAPPEN']).meta({ description: 'HAPPEN: what is not a purchase.' }),
  purchase: z.string().meta({ description: 'Names the purchase among the steps.' }),
  amount: wire.amount.meta({ description: 'Of the goods bought or given back.' }),
  award: wire.amount.meta({ description: 'Given for what was bought, or taken back: then below zero.' }),
  basket: basketReply.nullable(),
})

const clockReply = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  time_zone: z.string(),
  window: z.string(),
  days: z.array(
    z.object({ day: z.string(), clock_before: z.string(), clock_after: z.string() }).meta({
      description: 'The clock just before it is set, and just after.',
    }),
  ),
})

const counterExampleReply = z.object({
  baskets: z.array(basketReply).meta({ description: 'Judge them again and the same comes out.' }),
  steps: z.array(stepReply).meta({ description: 'For what can be farmed: what somebody would do.' }),
  kept: z
    .object({ goods: wire.amount, award: wire.amount })
    .nullable()
    .meta({ description: 'What is left after the steps: goods for so much, and so much awarded.' }),
  clock: clockReply.nullable().meta({ description: 'Days on which a window is not what it says.' }),
})

export const findingReply = z.object({
  code: z.enum(FINDING_CODES),
  severity: z.enum(SEVERITIES),
  says: z.string(),
  counter_example: counterExampleReply,
})
export type FindingReply = z.input<typeof findingReply>

export function showFinding({ code, severity, says, example }: Finding, setting: Setting): FindingReply {
  return { code, severity, says, counter_example: showExample(example, setting) }
}

function showExample(example: Example, setting: Setting): FindingReply['counter_example'] {
  const nothing = { baskets: [], steps: [], kept: null, clock: null }
  switch (example.of) {
    case 'BASKET':
      return { ...nothing, baskets: [showBasket(example.judged, setting)] }
    case 'STEPS':
      return { ...nothing, ...showSteps(example, setting) }
    case 'CLOCK':
      return {
        ...nothing,
        baskets: example.judged.map((judged) => showBasket(judged, setting)),
        clock: showClock(example),
      }
  }
}

function showSteps({ steps, kept }: Extract<Example, { of: 'STEPS' }>, setting: Setting) {
  const currency = steps.flatMap((step) =>
    step.does === 'BUY' ? [step.judged.trial.draft.basket.currency] : [],
  )
  const show = (minor: bigint) => wireNumber(minor, currency[0] ?? '')
  return {
    steps: steps.map((step) => showStep(step, setting, show)),
    kept: { goods: show(kept.goods), award: show(kept.award) },
  }
}

function showStep(step: Step, setting: Setting, show: (minor: bigint) => number): z.input<typeof stepReply> {
  const { purchase } = step
  if (step.does === 'GIVE_BACK') {
    return { does: step.does, purchase, amount: show(step.goods), award: show(-step.takenBack), basket: null }
  }
  const basket = showBasket(step.judged, setting)
  const happens = basket.occasion === 'PURCHASE' ? 'BUY' : 'HAPPEN'
  return {
    does: happens,
    purchase,
    amount: basket.transaction_amounts.total,
    award: basket.total_award,
    basket,
  }
}

function showClock({ clock }: Extract<Example, { of: 'CLOCK' }>): z.input<typeof clockReply> {
  const { place, window, days } = clock
  return {
    organisation: { id: place.venue ?? place.merchant, name: place.name },
    time_zone: place.zone,
    window: saysTimings([window]),
    days: days.map(({ day, change: { at } }) => ({
      day,
      clock_before: localTime(new Date(at.getTime() - 1), place.zone),
      clock_after: localTime(at, place.zone),
    })),
  }
}
