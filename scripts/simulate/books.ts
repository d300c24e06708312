import type { Database } from '../../server/src/db/index.ts'
import { debtOf, type State } from './model/state.ts'

/** What the product holds and what the model holds, told alike. */
export interface Books {
  /** Of all accounts; zero. */
  readonly sum: number
  readonly negative: readonly string[]
  readonly debts: Readonly<Record<string, number>>
  /** What lots and wallets of a contact hold. */
  readonly pockets: Readonly<Record<string, number>>
  /** With what is left, what of it expired, and until when it may be spent. */
  readonly lots: Readonly<Record<string, readonly number[]>>
  readonly counters: Readonly<Record<string, readonly number[]>>
}

interface Row {
  readonly sum: string
  readonly accounts:
    | readonly { readonly owner: string; readonly kind: string; readonly balance: number }[]
    | null
  readonly lots:
    | readonly {
        readonly key: string
        readonly left: number
        readonly expired: number
        readonly expires: number | null
      }[]
    | null
  readonly counters:
    | readonly {
        readonly offer: string
        readonly period: string
        readonly subject: string
        readonly amount: number
        readonly uses: number
      }[]
    | null
}

// Every lot by the reference of what made it: its offer, or which one of its journal it is.
const NAMED = `
  with named as (
    select l.id, l.remaining, l.expired, l.expires_at,
           coalesce(p.reference_number, t.code, w.code) || '|' ||
           coalesce(o.code, (row_number() over (partition by l.journal_id order by l.id))::text) as key
      from lots l
      left join purchases p on p.tenant = l.tenant and p.id = l.journal_id
      left join topups t on t.tenant = l.tenant and t.id = l.journal_id
      left join wallet_transfers w on w.tenant = l.tenant and w.id = l.journal_id
      left join offers o on o.tenant = l.tenant and o.id = l.offer_id
     where l.tenant = $1)`

const READ = `${NAMED}
  select (select coalesce(sum(balance), 0) from accounts where tenant = $1)::text as sum,
         (select json_agg(json_build_object('owner', owner_id, 'kind', kind, 'balance', balance))
            from accounts where tenant = $1 and kind like 'CONTACT%' and balance <> 0) as accounts,
         (select json_agg(json_build_object('key', key, 'left', remaining, 'expired', expired,
                                            'expires', extract(epoch from expires_at)))
            from named where remaining > 0 or expired > 0) as lots,
         (select json_agg(json_build_object('offer', o.code, 'period', c.period, 'subject', coalesce(n.code, o.code),
                                            'amount', c.amount, 'uses', c.uses))
            from offer_counters c
            join offers o on o.tenant = c.tenant and o.id = c.offer_id
            left join contacts n on n.tenant = c.tenant and n.id = c.subject_id
           where c.tenant = $1 and (c.amount <> 0 or c.uses <> 0)) as counters`

const NEVER = Number.POSITIVE_INFINITY
const MAY_BE_NEGATIVE = 'CONTACT_DEBT'

/** Reads the product's tables; `contactOf` names the contact of a wallet. */
export async function productBooks(
  { pool }: Database,
  tenant: number,
  contactOf: ReadonlyMap<string, string>,
): Promise<Books> {
  // Named, so that it is planned once a connection: it is asked after every step.
  const { rows } = await pool.query<Row>({ name: 'simulation_books', text: READ, values: [tenant] })
  const { sum = '', accounts, lots, counters } = rows[0] ?? {}
  const debts = new Map<string, number>()
  const pockets = new Map<string, number>()
  const negative: string[] = []
  for (const { owner, kind, balance } of accounts ?? []) {
    const contact = contactOf.get(owner) ?? owner
    if (kind === MAY_BE_NEGATIVE) debts.set(contact, (debts.get(contact) ?? 0) - balance)
    else pockets.set(contact, (pockets.get(contact) ?? 0) + balance)
    if (kind === MAY_BE_NEGATIVE ? balance > 0 : balance < 0) negative.push(`${kind} of ${contact}`)
  }
  return {
    sum: Number(sum),
    negative,
    debts: sorted(debts),
    pockets: sorted(pockets),
    lots: sorted(
      new Map(
        (lots ?? []).map(({ key, left, expired, expires }) => [
          key,
          [left, expired, expires === null ? NEVER : Number(expires)],
        ]),
      ),
    ),
    counters: sorted(
      new Map(
        (counters ?? []).map(({ offer, period, subject, amount, uses }) => [
          `${offer}|${period}|${subject}`,
          [amount, uses],
        ]),
      ),
    ),
  }
}

/** A lot, or a debt of one. */
export interface Made {
  readonly made: 'LOT' | 'DEBT'
  readonly key: string
}

/** All lots and the debts of lots, the oldest first. */
export async function madeInOrder({ pool }: Database, tenant: number): Promise<readonly Made[]> {
  const { rows } = await pool.query<Made>(
    `${NAMED}
     select made, key from (
       select id, 'LOT' as made, key from named
       union all
       select d.id, 'DEBT', l.key from debts d join named l on l.id = d.lot_id where d.tenant = $1) as all_made
      order by id`,
    [tenant],
  )
  return rows
}

/** What purchases spent of which lots, of those with these reference numbers. */
export async function spendsOf(
  { pool }: Database,
  tenant: number,
  references: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly spend: string }>(
    `${NAMED}
     select p.reference_number || ' ' || l.key || ' ' || t.amount as spend
       from purchases p
       join transfers t on t.tenant = p.tenant and t.journal_id = p.id and t.kind = 'SPEND'
       join named l on l.id = t.lot_id and l.key not like p.reference_number || '|%'
      where p.tenant = $1 and p.reference_number = any($2)`,
    [tenant, references],
  )
  return rows.map(({ spend }) => spend).sort(byText)
}

export function modelSpendsOf({ purchases }: State, references: readonly string[]): readonly string[] {
  const spends = [...new Set(references)].flatMap((reference) =>
    (purchases.get(reference)?.spends ?? []).map(({ lot, amount }) => `${reference} ${lot} ${amount}`),
  )
  return spends.sort(byText)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}

export function modelBooks({ wallets, counters }: State): Books {
  const debts = new Map<string, number>()
  const pockets = new Map<string, number>()
  const lots = new Map<string, readonly number[]>()
  for (const [contact, wallet] of wallets) {
    const { lots: own } = wallet
    const debt = debtOf(wallet)
    if (debt !== 0) debts.set(contact, debt)
    const held = own.reduce((sum, { remaining }) => sum + remaining, 0)
    if (held !== 0) pockets.set(contact, held)
    for (const { key, remaining, expired, expires } of own) {
      if (remaining > 0 || expired > 0) lots.set(key, [remaining, expired, expires])
    }
  }
  const moved = [...counters].filter(([, { amount, uses }]) => amount !== 0 || uses !== 0)
  return {
    sum: 0,
    negative: [],
    debts: sorted(debts),
    pockets: sorted(pockets),
    lots: sorted(lots),
    counters: sorted(new Map(moved.map(([key, { amount, uses }]) => [key, [amount, uses]]))),
  }
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
