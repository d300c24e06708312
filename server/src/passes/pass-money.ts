import type { OrganisationId, PassId, PoolId } from '../kit/id.ts'
import { type AccountRef, houseAccount, LANES, type Movement } from '../ledger/index.ts'
import type { PassState } from './pass-plan.ts'

/** The money that a pass carries, as it was when the pass was made. */
export interface PassMoney {
  readonly value: bigint
  /** The venue or merchant that sold the pass or gives it; the business, where none was named. */
  readonly organisation: OrganisationId
  /** How it was paid; GRANT: nobody paid. */
  readonly method: string
  readonly methodId: string | undefined
  /** Where the money goes; undefined: open money. */
  readonly pool: PoolId | undefined
}

/** Nobody paid for it, so nothing is owed before it is redeemed. */
export function isGranted({ method }: Pick<PassMoney, 'method'>): boolean {
  return method === 'GRANT'
}

/** Whose accounts a pass moves money of. */
export interface PassBooks {
  readonly tenant: number
  readonly currency: string
  readonly business: string
  /** The merchant of the organisation that sold it or gives it. */
  readonly merchant: OrganisationId
  readonly pass: PassId
}

/** The lane follows from the pass, so that what is owed for it leaves the row that it came into. */
function account(kind: Parameters<typeof houseAccount>[0], owner: string, books: PassBooks): AccountRef {
  const { tenant, currency, pass } = books
  const lane = Number.parseInt(pass.slice(-1), 16) % LANES
  return houseAccount(kind, { tenant, organisation: owner, currency, lane })
}

/** Where the money of a pass is before it is redeemed: owed by the business, or still its giver's. */
export function purseOf(money: Pick<PassMoney, 'method'>, books: PassBooks): AccountRef {
  return isGranted(money)
    ? account('FUNDER', books.merchant, books)
    : account('PASS_CLEARING', books.business, books)
}

/** The first line of the journal of a pass that was paid for; its journal has its id. */
export function saleOf({ value }: PassMoney, books: PassBooks): Movement {
  const from = account('TOPUP_CLEARING', books.merchant, books)
  return { kind: 'PASS_SALE', from, to: account('PASS_CLEARING', books.business, books), amount: value }
}

/** What the money does when a pass ends without having been redeemed: back to who took it, or to breakage. */
export function endOf({ value }: PassMoney, books: PassBooks, state: 'CANCELLED' | 'EXPIRED'): Movement {
  const from = account('PASS_CLEARING', books.business, books)
  return state === 'CANCELLED'
    ? {
        kind: 'PASS_SALE_REVERSAL',
        from,
        to: account('TOPUP_CLEARING', books.merchant, books),
        amount: value,
        reverses: 1,
      }
    : { kind: 'PASS_EXPIRY', from, to: account('BREAKAGE', books.business, books), amount: value }
}

/** The line after the sale; of what nobody paid for, the first. */
export function nextLineOf(money: Pick<PassMoney, 'method'>): number {
  return isGranted(money) ? 1 : 2
}

export const OPEN_STATES: readonly PassState[] = ['ACTIVE', 'INACTIVE']

/** Exact at the instant: a pass with money that is over is EXPIRED, whether or not that was posted yet. */
export function stateAt(
  {
    state,
    validTo,
    money,
  }: { readonly state: PassState; readonly validTo: Date | undefined; readonly money: PassMoney | undefined },
  at: Date,
): PassState {
  const isOver = money !== undefined && validTo !== undefined && validTo <= at
  return isOver && OPEN_STATES.includes(state) ? 'EXPIRED' : state
}
