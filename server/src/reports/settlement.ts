import type { OrganisationId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import type { AccountKind } from '../ledger/index.ts'
import type { End, Flow } from './flows.store.ts'

/**
 * Who owes whom. A lot is its funder's promise. Where its money leaves the wallets to the account of somebody else, the
 * funder owes it to them; where it comes back, that much less. The rest of a funder's money stays its own matter: what it
 * awarded and took back, and what expired.
 */

export const COLUMNS = [
  'ACCEPTOR',
  'PAYOUTS',
  'DEBTS',
  'ADJUSTMENTS',
  'TOP_UPS',
  'PASSES',
  'TRANSIT',
] as const
/**
 * Where money of a funder went: the merchants that took it off a price; the business, which pays it out, bears the contacts'
 * debts and corrects by hand; whoever was paid for a top-up or a pass; the business, which owes the passes that were paid; and what is
 * between two lots (zero but for a change of funder).
 */
export type Column = (typeof COLUMNS)[number]

const COLUMN_OF: Readonly<Record<AccountKind, Column | undefined>> = {
  ACCEPTOR: 'ACCEPTOR',
  PAYOUT_CLEARING: 'PAYOUTS',
  PAID_OUT: 'PAYOUTS',
  CONTACT_DEBT: 'DEBTS',
  ADJUSTMENT: 'ADJUSTMENTS',
  TOPUP_CLEARING: 'TOP_UPS',
  PASS_CLEARING: 'PASSES',
  IN_TRANSIT: 'TRANSIT',
  // Of wallets; what is set aside for an order is settled by the purchase that takes it.
  CONTACT_OPEN: undefined,
  CONTACT_COMMERCE: undefined,
  CONTACT_BLOCKED: undefined,
  FUNDER: undefined,
  BREAKAGE: undefined,
}

export interface Cell {
  /** Who funded the money; null: nobody did, so it is the business's. */
  readonly funder: string | null
  readonly column: Column
  readonly organisation: string
  readonly currency: string
  readonly amount: bigint
}

/** What became of one funder's money in the period. */
export interface FunderRow {
  readonly funder: string | null
  readonly currency: string
  readonly awarded: bigint
  readonly takenBack: bigint
  readonly expired: bigint
  /** The sum of its cells: what the funder came to owe, or (below zero) was given. */
  readonly used: bigint
}

/** What a merchant or the business is owed by the others, less what it owes them; of all of them it sums to zero. */
export interface Position {
  readonly organisation: string
  readonly currency: string
  readonly receives: bigint
  readonly owes: bigint
}

export interface Settlement {
  readonly cells: readonly Cell[]
  readonly funders: readonly FunderRow[]
  readonly positions: readonly Position[]
}

export interface Parties {
  readonly business: OrganisationId
  /** The merchant that stands for an organisation: a venue's, or the organisation itself. */
  readonly partyOf: (organisation: string) => string
}

export function settle(flows: readonly Flow[], parties: Parties): Settlement {
  const cells = cellsOf(flows, parties.business)
  const keys = new Map(
    [...flows.flatMap(fundersTouched), ...cells].map(({ funder, currency }) => [
      `${currency}|${funder}`,
      { funder, currency },
    ]),
  )
  return {
    cells,
    funders: [...keys.values()].map((key) => rowOf(key, flows, cells)),
    positions: positionsOf(cells, parties),
  }
}

function cellsOf(flows: readonly Flow[], business: string): Cell[] {
  const cells = new Map<string, Cell>()
  const add = (flow: Flow, end: End, amount: bigint) => {
    const column = COLUMN_OF[end.kind]
    if (column === undefined) return
    const organisation = end.owner ?? business
    const { group: funder, currency } = flow
    const key = [funder, column, organisation, currency].join('|')
    const before = cells.get(key)?.amount ?? 0n
    cells.set(key, { funder, column, organisation, currency, amount: before + amount })
  }
  for (const flow of flows) {
    add(flow, flow.to, flow.amount)
    add(flow, flow.from, -flow.amount)
  }
  return [...cells.values()].filter(({ amount }) => amount !== 0n)
}

type Key = Pick<FunderRow, 'funder' | 'currency'>

/** Awards and expiries are of the account's owner, who is the lot's funder. */
function fundersTouched({ group: funder, currency, from, to }: Flow): Key[] {
  return [from, to].some(({ kind }) => kind === 'FUNDER' || kind === 'BREAKAGE') ? [{ funder, currency }] : []
}

function rowOf({ funder, currency }: Key, flows: readonly Flow[], cells: readonly Cell[]): FunderRow {
  const own = flows.filter((flow) => flow.group === funder && flow.currency === currency)
  const outOf = (kind: AccountKind) =>
    sum(own.flatMap(({ from, amount }) => (from.kind === kind ? [amount] : [])))
  const into = (kind: AccountKind) => sum(own.flatMap(({ to, amount }) => (to.kind === kind ? [amount] : [])))
  return {
    funder,
    currency,
    awarded: outOf('FUNDER'),
    takenBack: into('FUNDER'),
    expired: into('BREAKAGE') - outOf('BREAKAGE'),
    used: sum(
      cells.flatMap((cell) => (cell.funder === funder && cell.currency === currency ? [cell.amount] : [])),
    ),
  }
}

/** A cell below zero is owed the other way round. */
function positionsOf(cells: readonly Cell[], { business, partyOf }: Parties): Position[] {
  const positions = new Map<string, Position>()
  const move = (organisation: string, currency: string, moved: { receives: bigint; owes: bigint }) => {
    const key = `${currency}|${organisation}`
    const { receives, owes } = positions.get(key) ?? { receives: 0n, owes: 0n }
    positions.set(key, {
      organisation,
      currency,
      receives: receives + moved.receives,
      owes: owes + moved.owes,
    })
  }
  for (const { funder, organisation, currency, amount } of cells) {
    const debtor = partyOf(funder ?? business)
    const creditor = partyOf(organisation)
    if (debtor === creditor) continue
    const [payer, payee] = amount > 0n ? [debtor, creditor] : [creditor, debtor]
    const owed = amount > 0n ? amount : -amount
    move(payer, currency, { receives: 0n, owes: owed })
    move(payee, currency, { receives: owed, owes: 0n })
  }
  return [...positions.values()]
}
