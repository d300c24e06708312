import { amountIn, texts, wordFor } from '../texts.ts'
import { windowOf } from './phases.ts'
import type { Version } from './queries.ts'

type Condition = Version['conditions'][number]
type Award = Version['award']
type Quota = NonNullable<Version['limits']['per_contact']>

const words = texts.said
const figures = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 4 })

/** Says the parts of an offer, each in a few words, with amounts in its currency. */
export function sayer(currency: string) {
  const money = (amount: number) => amountIn(amount, currency)
  return {
    condition: (condition: Condition) => sayCondition(condition, money),
    award: (award: Award) => sayAward(award, money),
    limit: (limit: Quota | null) => (limit === null ? words.noLimit : sayLimit(limit, money)),
    budget: (budget: number | null) => (budget === null ? words.noBudget : money(budget)),
    progress: (progress: Version['progress']) =>
      progress === null ? words.atOnce : sayProgress(progress, money),
    runs: (version: Pick<Version, 'availability'>) => windowOf(version),
    window: sayWindow,
    span: (span: Version['expires_after'], none: string) =>
      span === null ? none : words.span(span.count, texts.editor.spending.units[span.unit]),
  }
}

type Money = (amount: number) => string

function sayAward(award: Award, money: Money): string {
  const most = 'cap' in award && award.cap !== undefined ? words.atMost(money(award.cap)) : ''
  switch (award.kind) {
    case 'PERCENTAGE':
      return words.percent(figures.format(award.rate)) + most
    case 'FIXED':
      return money(award.amount)
    case 'PER_AMOUNT':
      return words.perAmount(money(award.amount), money(award.every)) + most
    case 'STEPS':
      return award.steps.map((step) => sayStep(step, money)).join(', ')
    case 'PRODUCT':
      return (
        words.pieces({
          rate: figures.format(award.rate),
          pick: texts.editor.freeProduct.picks[award.pick],
          quantity: figures.format(award.quantity),
          every: award.for_every === undefined ? undefined : figures.format(award.for_every),
          of: award.products === undefined ? undefined : goods(award.products),
        }) + most
      )
  }
}

type Step = Extract<Award, { readonly kind: 'STEPS' }>['steps'][number]

function sayStep({ from, amount, rate, cap }: Step, money: Money): string {
  const given = rate === undefined ? money(amount ?? 0) : words.percent(figures.format(rate))
  return words.from(given + (cap === undefined ? '' : words.atMost(money(cap))), money(from))
}

function sayCondition(condition: Condition, money: Money): string {
  switch (condition.kind) {
    case 'AMOUNT':
      return words.range(
        condition.minimum === undefined ? undefined : money(condition.minimum),
        condition.maximum === undefined ? undefined : money(condition.maximum),
      )
    case 'PRODUCTS':
      return words.products({
        of: goods(condition.products),
        but: condition.except && condition.except.length > 0 ? goods(condition.except) : undefined,
        pieces:
          condition.minimum_quantity === undefined ? undefined : figures.format(condition.minimum_quantity),
        worth: condition.minimum_amount === undefined ? undefined : money(condition.minimum_amount),
      })
    case 'BUNDLE':
      return words.bundle(
        condition.items.map(({ products, quantity }) =>
          words.piecesOf(figures.format(quantity), goods(products)),
        ),
        condition.repeats,
      )
    case 'ORGANISATIONS':
      return words.at(listed(condition.organisations.map(({ name }) => name)))
    case 'TIERS':
      return words.tiers(listed(condition.tiers.map(({ name }) => name)), condition)
    case 'PASS':
      return words.pass(listed(condition.pass_plans.map(({ name }) => name)))
    case 'TIMINGS':
      return condition.timings.map(sayWindow).join('; ')
    default:
      return sayCircumstance(condition)
  }
}

type Circumstance = Exclude<
  Condition,
  { readonly kind: 'AMOUNT' | 'PRODUCTS' | 'BUNDLE' | 'ORGANISATIONS' | 'TIERS' | 'PASS' | 'TIMINGS' }
>

function sayCircumstance(condition: Circumstance): string {
  switch (condition.kind) {
    case 'CHANNELS':
      return words.channels(condition.channels)
    case 'CLASSIFICATIONS':
      return words.classified(listed(condition.classifications))
    case 'SEGMENTS':
      return words.segments(
        condition.any_of === undefined ? undefined : listed(condition.any_of),
        condition.none_of === undefined ? undefined : listed(condition.none_of),
      )
    case 'PAYMENT':
      return words.paid(
        listed([
          ...(condition.tenders ?? []).map((type) => wordFor(words.tenders, type)),
          ...(condition.mediums ?? []).map(words.card),
        ]),
      )
    case 'MEMBER_SINCE':
      return words.member({
        days: condition.within_days,
        from: condition.from === undefined ? undefined : day(condition.from),
        before: condition.before === undefined ? undefined : day(condition.before),
      })
    case 'OCCASION':
      return words.occasion({
        name: texts.editor.conditions.occasions[condition.occasion],
        during: texts.editor.conditions.durings[condition.during],
        before: condition.days_before ?? 0,
        after: condition.days_after ?? 0,
      })
    case 'LOTTERY':
      return words.lottery(figures.format(condition.one_in))
  }
}

type Window = Extract<Condition, { readonly kind: 'TIMINGS' }>['timings'][number]

function sayWindow({ days, months, start_time = '00:00', end_time = '24:00' }: Window): string {
  const { monthNames } = texts.editor.timings
  const names = (values: readonly number[], of: Readonly<Record<string, string>>) =>
    values.map((value) => wordFor(of, String(value))).join(', ')
  return [
    ...(days === undefined ? [words.everyDay] : [sayDays(days)]),
    `${start_time}–${end_time}`,
    ...(months === undefined ? [] : [words.inMonths(names(months, monthNames))]),
  ].join(' ')
}

const DAYS_FROM_MONDAY = [2, 3, 4, 5, 6, 7, 1]
const MANY_DAYS = 3

/** From Monday on; so many without a gap are told by their first and their last, as sentences tell them. */
function sayDays(days: readonly number[]): string {
  const { dayNames } = texts.editor.conditions
  const chosen = DAYS_FROM_MONDAY.filter((day) => days.includes(day))
  const names = chosen.map((day) => wordFor(dayNames, String(day)))
  const [first = 0, last = 0] = [chosen.at(0), chosen.at(-1)].map((day = 0) => DAYS_FROM_MONDAY.indexOf(day))
  const isRun = last - first === chosen.length - 1 && chosen.length >= MANY_DAYS
  return isRun ? `${names.at(0)}–${names.at(-1)}` : names.join(', ')
}

function sayLimit({ amount, uses, period }: Quota, money: Money): string {
  return words.limit({
    amount: amount === null ? undefined : money(amount),
    uses: uses === null ? undefined : figures.format(uses),
    period: texts.editor.periods[period],
  })
}

function sayProgress(progress: NonNullable<Version['progress']>, money: Money): string {
  const { of, target, period, per, repeats, on_accumulated } = progress
  return words.progress({
    target: of === 'AMOUNT' ? money(target) : words.counted(of, figures.format(target)),
    period: texts.editor.periods[period],
    isForAll: per === 'EVERYONE',
    repeats,
    isOnAll: on_accumulated,
  })
}

function goods(targets: readonly { readonly type: string; readonly code: string }[]): string {
  return listed(targets.map(({ type, code }) => texts.editor.products.named(type, code)))
}

function listed(names: readonly string[]): string {
  return names.join(` ${words.or} `)
}

function day(at: number): string {
  return new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium' }).format(at * 1_000)
}
