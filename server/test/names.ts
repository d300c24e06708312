import { minorDigits } from '../src/kit/currency.ts'
import { type ContactId, derivedId, type OrganisationId } from '../src/kit/id.ts'
import { parseMinor } from '../src/kit/money.ts'
import { parseQuantity } from '../src/kit/quantity.ts'
import type { Timing } from '../src/kit/timing.ts'
import type { LocalMoment } from '../src/kit/zone.ts'

/** What tests call things: amounts, places, people, days and hours in a shopkeeper's words. */

export function minorOf(text: string, currency: string): bigint {
  const minor = parseMinor(text, minorDigits(currency))
  if (typeof minor === 'string') throw new Error(`"${text}" ${currency} is ${minor}`)
  return minor
}

export function cents(text: string): bigint {
  return minorOf(text, 'EUR')
}

export function quantityOf(text: string): bigint {
  const quantity = parseQuantity(text)
  if (typeof quantity === 'string') throw new Error(`"${text}" is ${quantity}`)
  return quantity
}

/** "milk, bread": each by itself. */
export function each(names: string): string[] {
  return names.split(',').map((name) => name.trim())
}

export function organisation(name: string): OrganisationId {
  return derivedId<OrganisationId>('organisation', name)
}

export function contact(name: string): ContactId {
  return derivedId<ContactId>('contact', name)
}

/** A tier, pass plan or scheme as terms keep it. */
export function stored(kind: 'tier' | 'pass_plan' | 'scheme', name: string) {
  return { id: derivedId(kind, name), name }
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Mon 15:30", the clock on the wall of the venue, in November. */
export function wallClock(text: string): LocalMoment {
  const [day = '', time = ''] = text.split(' ')
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return { weekday: DAYS.indexOf(day) + 1, minute, month: 11, monthYesterday: 11 }
}

/** "Mon Tue Dec 15:00-17:00": days, months and hours, each if it matters. */
export function timing(text: string): Timing {
  const words = text.trim().split(' ')
  const days = words.flatMap((word) => (DAYS.includes(word) ? [DAYS.indexOf(word) + 1] : []))
  const months = words.flatMap((word) => (MONTHS.includes(word) ? [MONTHS.indexOf(word) + 1] : []))
  const [start, end] = words.find((word) => word.includes('-'))?.split('-') ?? []
  return {
    ...(days.length > 0 && { days }),
    ...(months.length > 0 && { months }),
    ...(start && { start_time: start }),
    ...(end && { end_time: end }),
  }
}
