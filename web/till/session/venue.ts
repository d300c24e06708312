import type { Organisation } from '@tillback/sdk'
import { ofTab } from '../../kit/beside.ts'
import { textOf } from '../../kit/reading.ts'
import { digitsOf } from '../sale/minor.ts'

/** Where this till stands. */
export interface Venue {
  readonly id: string
  readonly name: string
  readonly merchant: string
  /** The merchant's number on receipts. */
  readonly merchantTap: string | undefined
  /** Its number on receipts; undefined: it has none. */
  readonly tap: string | undefined
  readonly currency: string
  readonly digits: number
  readonly zone: string
}

export function venueOf(organisation: Organisation, merchantTap: string | undefined): Venue {
  const currency = organisation.currency_code
  return {
    id: organisation.id,
    name: organisation.name,
    merchant: organisation.parent?.name ?? '',
    merchantTap,
    tap: organisation.taps[0]?.code,
    currency,
    digits: digitsOf(currency),
    zone: organisation.time_zone,
  }
}

const KEPT = ofTab('tillback.till.venue')

export function keepVenue(venue: Venue | undefined): void {
  if (venue) sessionStorage.setItem(KEPT, JSON.stringify(venue))
  else sessionStorage.removeItem(KEPT)
}

/** The venue that the address asks for, by its id, until one is chosen. */
export function venueAsked(): string | undefined {
  return new URLSearchParams(location.search).get('venue') ?? undefined
}

export function forgetVenueAsked(): void {
  if (venueAsked() !== undefined) history.replaceState(history.state, '', location.pathname)
}

/** The venue that this tab was opened for; undefined for whatever was not written by `keepVenue`, or if another is asked for. */
export function keptVenue(): Venue | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    const [id, name, currency, zone] = ['id', 'name', 'currency', 'zone'].map((field) => textOf(value, field))
    if (!id || !name || !currency || !zone || id !== (venueAsked() ?? id)) return undefined
    return {
      id,
      name,
      currency,
      zone,
      merchant: textOf(value, 'merchant'),
      merchantTap: textOf(value, 'merchantTap') || undefined,
      tap: textOf(value, 'tap') || undefined,
      digits: digitsOf(currency),
    }
  } catch {
    return undefined
  }
}
