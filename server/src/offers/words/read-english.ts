import { dayText, moneyText } from '../../kit/localised.ts'
import { type Money, minorOfWire, money } from '../../kit/money.ts'
import type { Timing } from '../../kit/timing.ts'
import { either, figure, greek, joined } from './greek.ts'

/**
 * Reasons are stored with purchases as judging wrote them, in English, for ever. Whoever reads them in another language is told what they
 * say: each reader takes a text of one form, and answers undefined for every other.
 */
export type Reader = (text: string) => string | undefined

const AMOUNT = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/
const FIGURE = /^-?\d+(?:\.\d+)?$/
const CLOCK = /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (\d\d:\d\d)$/
const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(?:\.\d+)?Z)?$/

/** The first reader's answer that there is. */
export function oneOf(...readers: readonly Reader[]): Reader {
  return (text) => {
    for (const read of readers) {
      const said = read(text)
      if (said !== undefined) return said
    }
    return undefined
  }
}

/** A text of this form, said with the parts that stand in its brackets; undefined where a part cannot be read. */
export function form(
  pattern: RegExp,
  readers: readonly Reader[],
  say: (...parts: string[]) => string,
): Reader {
  return (text) => {
    const [, ...found] = pattern.exec(text) ?? []
    if (found.length === 0) return undefined
    const parts = readers.flatMap((read, place) => read(found[place] ?? '') ?? [])
    return parts.length === readers.length ? say(...parts) : undefined
  }
}

export function fixed(texts: Readonly<Record<string, string>>): Reader {
  return (text) => (Object.hasOwn(texts, text) ? texts[text] : undefined)
}

/** Several between words that join them. */
export function each(by: string, read: Reader, join: (all: readonly string[]) => string): Reader {
  return (text) => {
    const parts = text.split(by)
    const said = parts.flatMap((part) => read(part) ?? [])
    return said.length === parts.length ? join(said) : undefined
  }
}

/** What the shop called something: as it is. */
export const name: Reader = (text) => text
export const names = each(' or ', name, either)

export const amount: Reader = (text) => {
  const [, decimal, currency] = AMOUNT.exec(text) ?? []
  return decimal === undefined || currency === undefined ? undefined : shown(decimal, currency)
}

function shown(decimal: string, currency: string): string {
  const told: Money = money(minorOfWire(Number(decimal), currency), currency)
  return moneyText(told, 'el')
}

export const number: Reader = (text) => (FIGURE.test(text) ? figure(text) : undefined)

export const percent: Reader = form(/^(\d+(?:\.\d+)?) %$/, [number], (rate) => greek.percent(rate))

const SHORT_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Κυριακή', 'Δευτέρα', 'Τρίτη', 'Τετάρτη', 'Πέμπτη', 'Παρασκευή', 'Σάββατο']

export const clock: Reader = (text) => {
  const [, day = '', time] = CLOCK.exec(text) ?? []
  return time === undefined ? undefined : `${DAYS[SHORT_DAYS.indexOf(day)]} ${time}`
}

/** Days as they stand in the text: of the business, or of the clock of programs where a time is told beside them. */
export const time: Reader = (text) => {
  const [, day, hour] = TIME.exec(text) ?? []
  if (day === undefined) return undefined
  const said = dayText(new Date(`${day}T00:00:00Z`), { language: 'el', timeZone: 'UTC' })
  return hour === undefined || hour === '00:00' ? said : `${said} ${hour} UTC`
}

/** "2027-03-28 and 2028-03-26" */
export const days = each(' and ', time, (all) => joined(all, 'και'))

const WINDOW =
  /^(?:on ((?:[A-Z][a-z]{2}(?:, )?)+))? ?(?:in ((?:[A-Z][a-z]{2}(?:, )?)+))? ?(?:(\d\d:\d\d)–(\d\d:\d\d))?$/

function placesIn(list: string | undefined, all: readonly string[]): number[] | undefined {
  return list?.split(', ').map((each) => all.indexOf(each) + 1)
}

function windowOf(text: string): Timing | undefined {
  if (text === 'at any time') return {}
  const found = WINDOW.exec(text)
  if (!found || text === '') return undefined
  const [, onDays, inMonths, start_time, end_time] = found
  const [days, months] = [placesIn(onDays, SHORT_DAYS), placesIn(inMonths, SHORT_MONTHS)]
  return { ...(days && { days }), ...(months && { months }), ...(start_time && { start_time, end_time }) }
}

export const timings: Reader = (text) => {
  const windows = text.split(' or ').map(windowOf)
  const known = windows.flatMap((window) => window ?? [])
  return known.length === windows.length ? greek.conditions.timings(known) : undefined
}

const TARGET = /^(sku|family|brand|type) (.+)$/
const TYPES = { sku: 'SKU', family: 'FAMILY', brand: 'BRAND', type: 'TYPE' } as const

const target: Reader = (text) => {
  const [, type, code] = TARGET.exec(text) ?? []
  const known = type === 'sku' || type === 'family' || type === 'brand' || type === 'type'
  return known && code !== undefined ? greek.target(TYPES[type], { code }) : undefined
}

const BETWEEN_TARGETS = /(?:, | or )(?=(?:sku|family|brand|type) )/

/** "sku milk, family dairy, brand alp or 2 more" */
export const targets: Reader = (text) => {
  const [, all = text, more] = /^(.+) or (\d+) more$/.exec(text) ?? []
  const parts = all.split(BETWEEN_TARGETS)
  const said = parts.flatMap((part) => target(part) ?? [])
  if (said.length !== parts.length) return undefined
  return more === undefined ? either(said) : greek.some(said, Number(more))
}
