import { fieldOf, numberOf, textOf } from '../../../kit/reading.ts'
import type { Version } from '../../offers/queries.ts'
import { sayer } from '../../offers/said.ts'
import { texts, wordFor } from '../../texts.ts'

type Condition = Version['conditions'][number]
type Window = Parameters<ReturnType<typeof sayer>['window']>[0]
type Limits = Version['limits']
type Quota = NonNullable<Limits['per_contact']>
type Span = NonNullable<Version['expires_after']>

const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']

const { editor, said } = texts

/**
 * A part of an offer or pool in the words in which offers are told everywhere else; undefined: it has none. A value is what the API
 * itself has read and kept, so its kind tells its shape.
 */
export function termsText(field: string, value: unknown, currency: string): string | undefined {
  if (value === null || value === undefined) return undefined
  const say = sayer(currency)
  switch (field) {
    case 'award':
      return isAward(value) ? say.award(value) : undefined
    case 'conditions':
      return lines(
        value,
        isCondition,
        (each) => `${editor.conditions.kinds[each.kind]}: ${say.condition(each)}`,
      )
    case 'progress':
      return isProgress(value) ? say.progress(value) : undefined
    case 'limits':
      return limitsText(value, currency)
    case 'availability':
      return say.runs({ availability: { from: secondsOf(value, 'from'), to: secondsOf(value, 'to') } })
    case 'timings':
      return lines(value, isWindow, say.window)
    case 'time_availability':
      return lines(value, isOpening, openingText)
    case 'products':
      return lines(value, isTarget, ({ type, code }) => editor.products.named(type, code))
    case 'available_after':
    case 'expires_after':
    case 'validity':
      return isSpan(value) ? say.span(value, texts.nothing) : undefined
    default:
      return undefined
  }
}

function limitsText(limits: unknown, currency: string): string {
  const say = sayer(currency)
  const budget = fieldOf(limits, 'budget')
  const each = (['per_contact', 'per_venue', 'per_period'] as const).flatMap((name) => {
    const quota = fieldOf(limits, name)
    if (typeof quota !== 'object' || quota === null) return []
    return [`${editor.award.limits[name]}: ${say.limit(quotaOf(quota))}`]
  })
  const told = [...(typeof budget === 'number' ? [`${said.budget}: ${say.budget(budget)}`] : []), ...each]
  return told.length === 0 ? said.noLimit : told.join('\n')
}

/** What is not limited is left out of what is compared. */
function quotaOf(quota: object): Quota {
  const [amount, uses] = [fieldOf(quota, 'amount'), fieldOf(quota, 'uses')]
  const period = textOf(quota, 'period')
  return {
    amount: typeof amount === 'number' ? amount : null,
    uses: typeof uses === 'number' ? uses : null,
    period: PERIODS.find((each) => each === period) ?? 'EVER',
  }
}

function lines<Item>(
  value: unknown,
  isItem: (each: unknown) => each is Item,
  say: (item: Item) => string,
): string | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isItem)) return undefined
  return value.map(say).join('\n')
}

function isAward(value: unknown): value is Version['award'] {
  return ['PERCENTAGE', 'FIXED', 'PER_AMOUNT', 'STEPS', 'PRODUCT'].includes(textOf(value, 'kind'))
}

function isCondition(value: unknown): value is Condition {
  return textOf(value, 'kind') in editor.conditions.kinds
}

function isProgress(value: unknown): value is NonNullable<Version['progress']> {
  return textOf(value, 'of') !== '' && numberOf(value, 'target') > 0
}

function isWindow(value: unknown): value is Window {
  return ['days', 'months', 'start_time', 'end_time'].some((part) => fieldOf(value, part) !== undefined)
}

function isOpening(value: unknown): value is object {
  return WEEKDAYS.includes(textOf(value, 'day_of_week'))
}

function openingText(opening: object): string {
  const day = String(WEEKDAYS.indexOf(textOf(opening, 'day_of_week')) + 1)
  const hours = `${textOf(opening, 'start_time') || '00:00'}–${textOf(opening, 'end_time') || '24:00'}`
  return `${wordFor(editor.conditions.dayNames, day)} ${hours}`
}

function isTarget(value: unknown): value is { readonly type: string; readonly code: string } {
  return textOf(value, 'type') !== '' && textOf(value, 'code') !== ''
}

function isSpan(value: unknown): value is Span {
  return numberOf(value, 'count') > 0 && textOf(value, 'unit') in editor.spending.units
}

function secondsOf(value: unknown, name: string): number | null {
  const seconds = fieldOf(value, name)
  return typeof seconds === 'number' ? seconds : null
}
