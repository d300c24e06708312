import { fieldOf, listOf, numberOf, textOf } from '../../kit/reading.ts'

/** What a replay found, as far as it is shown. */
export interface ReplayReport {
  readonly currency: string
  readonly purchases: number
  readonly awardedPurchases: number
  readonly contactsAwarded: number
  readonly cost: number
  readonly takenBack: number
  readonly extraCost: number
  readonly gaining: number
  readonly losing: number
  readonly byDay: readonly { readonly day: string; readonly purchases: number; readonly cost: number }[]
  readonly mostGained: readonly Change[]
  readonly mostLost: readonly Change[]
  readonly overlaps: readonly Overlap[]
  readonly refused: readonly { readonly condition: string; readonly purchases: number }[]
  readonly largest: readonly Largest[]
}

export interface Change {
  readonly contact: string
  readonly change: number
  readonly without: number
  readonly with: number
}

export interface Overlap {
  readonly offer: string
  readonly name: string
  readonly beside: number
  readonly displaced: number
}

export interface Largest {
  readonly purchase: string
  readonly day: string
  readonly says: string
  readonly amount: number
}

/** Reads the result of a replay, whose shape the API leaves open so that it can grow. */
export function readReplay(result: unknown): ReplayReport {
  const cost = fieldOf(result, 'cost')
  const contacts = fieldOf(result, 'contacts')
  return {
    currency: textOf(result, 'currency'),
    purchases: numberOf(result, 'purchases'),
    awardedPurchases: numberOf(result, 'awarded_purchases'),
    contactsAwarded: numberOf(result, 'contacts_awarded'),
    cost: numberOf(cost, 'net'),
    takenBack: numberOf(cost, 'taken_back'),
    extraCost: numberOf(result, 'extra_cost'),
    gaining: numberOf(contacts, 'gaining'),
    losing: numberOf(contacts, 'losing'),
    byDay: listOf(result, 'by_day').map((row) => ({
      day: textOf(row, 'day'),
      purchases: numberOf(row, 'purchases'),
      cost: numberOf(row, 'cost'),
    })),
    mostGained: listOf(contacts, 'most_gained').map(readChange),
    mostLost: listOf(contacts, 'most_lost').map(readChange),
    overlaps: listOf(result, 'overlaps').map((row) => ({
      offer: textOf(row, 'offer'),
      name: textOf(row, 'name'),
      beside: numberOf(row, 'beside'),
      displaced: numberOf(row, 'displaced'),
    })),
    refused: listOf(result, 'refused').map((row) => ({
      condition: textOf(row, 'condition'),
      purchases: numberOf(row, 'purchases'),
    })),
    largest: listOf(result, 'largest').map((row) => ({
      purchase: textOf(row, 'purchase'),
      day: textOf(row, 'day'),
      says: textOf(row, 'says'),
      amount: numberOf(row, 'amount'),
    })),
  }
}

function readChange(value: unknown): Change {
  return {
    contact: textOf(value, 'contact'),
    change: numberOf(value, 'change'),
    without: numberOf(value, 'without'),
    with: numberOf(value, 'with'),
  }
}
