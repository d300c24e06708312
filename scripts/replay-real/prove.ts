import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Api } from './api.ts'
import { text } from './send.ts'

/** A figure of a report beside the same, added up from the rows of the books. */
export interface Proof {
  readonly what: string
  readonly reported: string
  readonly inBooks: string
}

interface Liability {
  readonly totals: readonly {
    readonly liability: number
    readonly expired_not_posted: number
    readonly in_wallets: number
  }[]
}

interface Settlements {
  readonly cells: readonly Cell[]
  readonly funders: readonly {
    readonly funder: Named | null
    readonly awarded: number
    readonly reversed: number
    readonly used: number
    readonly change_in_wallets: number
  }[]
  readonly columns: readonly {
    readonly column: string
    readonly organisation: Named
    readonly amount: number
  }[]
}

interface Named {
  readonly id: string
}

interface Cell {
  readonly funder: Named | null
  readonly column: string
  readonly organisation: Named
  readonly amount: number
}

const IN_BOOKS = `
  select (select coalesce(sum(remaining), 0) from lots)::bigint as lots,
         (select coalesce(sum(remaining), 0) from lots where expires_at is null or expires_at > $1)::bigint as owed,
         (select coalesce(sum(balance), 0) from accounts where kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE'))::bigint as wallets,
         (select coalesce(-sum(balance), 0) from accounts where kind = 'FUNDER')::bigint as funded,
         (select coalesce(sum(balance), 0) from accounts where kind = 'ACCEPTOR')::bigint as accepted,
         (select coalesce(sum(balance), 0) from accounts where kind = 'PAYOUT_CLEARING')::bigint as paid_out,
         (select coalesce(-sum(balance), 0) from accounts where kind = 'CONTACT_DEBT')::bigint as debts`

interface Books {
  readonly lots: string
  readonly owed: string
  readonly wallets: string
  readonly funded: string
  readonly accepted: string
  readonly paid_out: string
  readonly debts: string
}

/** The reports, asked through the API, against sums over the tables. */
export async function proveReports(api: Api, databaseUrl: string): Promise<readonly Proof[]> {
  const { liability, settlements, books } = await readAtRest(api, databaseUrl)
  const { totals } = liability
  const { cells, funders, columns } = settlements
  const ofTotals = (read: (each: Liability['totals'][number]) => number) => cents(totals.map(read))
  const ofColumn = (name: string) =>
    cents(columns.filter(({ column }) => column === name).map(({ amount }) => amount))
  return [
    proof(
      'liability',
      ofTotals(({ liability }) => liability),
      books.owed,
    ),
    proof(
      'liability and what has expired',
      ofTotals(({ liability, expired_not_posted }) => liability + expired_not_posted),
      books.lots,
    ),
    proof(
      'in wallets',
      ofTotals(({ in_wallets }) => in_wallets),
      books.wallets,
    ),
    proof('lots', Number(books.lots), books.wallets),
    proof(
      'settlement, awarded less reversed',
      cents(funders.map((each) => each.awarded - each.reversed)),
      books.funded,
    ),
    proof('settlement, left in wallets', cents(funders.map((each) => each.change_in_wallets)), books.lots),
    proof('settlement column ACCEPTOR', ofColumn('ACCEPTOR'), books.accepted),
    proof('settlement column PAYOUTS', ofColumn('PAYOUTS'), books.paid_out),
    ...funders.map(({ funder, used }) =>
      proof(
        `settlement row ${funder?.id ?? 'nobody'}`,
        cents([used]),
        String(cents(cells.filter((cell) => cell.funder?.id === funder?.id).map(({ amount }) => amount))),
      ),
    ),
    ...columns.map(({ column, organisation, amount }) =>
      proof(
        `settlement column ${column} of ${organisation.id}`,
        cents([amount]),
        String(
          cents(
            cells
              .filter((cell) => cell.column === column && cell.organisation.id === organisation.id)
              .map((cell) => cell.amount),
          ),
        ),
      ),
    ),
  ]
}

// As long as it may take to post what has expired.
const MOST_TRIES = 120
const TRY_EVERY_MS = 500

/** Reports and books of one moment: what has expired is posted by the server itself, so they are read again until nothing moved between. */
async function readAtRest(api: Api, databaseUrl: string) {
  for (let tries = 1; ; tries++) {
    const before = await readBooks(databaseUrl)
    const liability = await api.get<Liability>('reports/liability')
    const settlements = await api.get<Settlements>('reports/settlements')
    const books = await readBooks(databaseUrl)
    const isAtRest = Object.values(before).join() === Object.values(books).join()
    if (isAtRest || tries === MOST_TRIES) return { liability, settlements, books }
    await pause(TRY_EVERY_MS)
  }
}

export function isProved({ reported, inBooks }: Proof): boolean {
  return reported === inBooks
}

function proof(what: string, reported: number, inBooks: string): Proof {
  return { what, reported: text(reported), inBooks: text(Number(inBooks)) }
}

function cents(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + Math.round(amount * 100), 0)
}

async function readBooks(databaseUrl: string): Promise<Books> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Books>(IN_BOOKS, [new Date()])
    const [books] = rows
    if (!books) throw new Error('sums over no rows are one row')
    return books
  } finally {
    await client.end()
  }
}
