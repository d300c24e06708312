import { z } from 'zod'
import * as wire from '../../kit/wire.ts'
import type { Shopper } from '../basket.ts'
import { celebrations, dayNumber, mondayOf } from '../celebrations.ts'
import { condition } from '../condition.ts'
import { english } from '../words/english.ts'
import type { Celebrated } from '../words/words.ts'

const kind = z.literal('OCCASION')
const occasion = z.enum(['BIRTHDAY', 'NAME_DAY'])
const during = z.enum(['DAY', 'WEEK', 'MONTH'])
const MOST_DAYS = 30
const storedDays = z.int().min(0).max(MOST_DAYS).optional()
const sentDays = wire.integerFrom(0, MOST_DAYS).optional()

/** Bought on the contact's birthday or name day, or around it, by the calendar of the business. */
export const personalOccasion = condition({
  kind: 'OCCASION',
  settings: z.strictObject({ kind, occasion, during, days_before: storedDays, days_after: storedDays }),
  body: z
    .strictObject({
      kind,
      occasion,
      during: during.default('DAY').meta({
        description: 'The day itself, its week from Monday to Sunday, or its month.',
      }),
      days_before: sentDays.meta({ description: 'With DAY: as well so many days before it.' }),
      days_after: sentDays.meta({ description: 'With DAY: as well so many days after it.' }),
    })
    .refine(({ during, days_before }) => during === 'DAY' || days_before === undefined, {
      error: 'days are counted around a DAY only',
      path: ['days_before'],
    })
    .refine(({ during, days_after }) => during === 'DAY' || days_after === undefined, {
      error: 'days are counted around a DAY only',
      path: ['days_after'],
    }),
  reply: z.object({
    kind,
    occasion,
    during,
    days_before: z.number().optional(),
    days_after: z.number().optional(),
  }),
  fromWire: (sent) => sent,
  toWire: (settings) => settings,
  says: (settings, { words }) => words.conditions.occasion(celebrated(settings)),
  compile: (settings) => ({
    holds: ({ shopper, businessDay }) => {
      const date = dateOf(settings, shopper)
      return date !== undefined && isAround(settings, date, businessDay)
    },
    // Neither tells the date: whoever reads why there was no gift need not learn when somebody was born.
    shortfall: ({ shopper, businessDay }) => ({
      seen:
        dateOf(settings, shopper) === undefined
          ? `${NAMES[settings.occasion]} not known`
          : `on ${businessDay}`,
      needed: english.conditions.occasion(celebrated(settings)),
    }),
  }),
})

interface Settings {
  readonly occasion: z.output<typeof occasion>
  readonly during: z.output<typeof during>
  readonly days_before?: number | undefined
  readonly days_after?: number | undefined
}

const NAMES = { BIRTHDAY: 'birthday', NAME_DAY: 'name day' } as const

/** "03-29" */
function dateOf({ occasion }: Settings, { birthday, nameDay }: Shopper): string | undefined {
  return occasion === 'BIRTHDAY' ? birthday?.slice(-5) : nameDay?.slice(-5)
}

function isAround({ during, days_before = 0, days_after = 0 }: Settings, date: string, day: string): boolean {
  if (during === 'MONTH') return day.slice(5, 7) === date.slice(0, 2)
  const today = dayNumber(day)
  return celebrations(date, day).some((celebrated) =>
    during === 'WEEK'
      ? mondayOf(celebrated) === mondayOf(today)
      : today >= celebrated - days_before && today <= celebrated + days_after,
  )
}

function celebrated({ occasion, during, days_before = 0, days_after = 0 }: Settings): Celebrated {
  return { occasion, during, before: days_before, after: days_after }
}
