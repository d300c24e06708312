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
        readonly id: string
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

// A lot by the reference of what made it: its offer, or which one of its journal it is.
const NAMES = `
  with named as (
    select l.id, coalesce(p.reference_number, t.code, w.code) || '|' ||
           coalesce(o.code, (row_number() over (partition by l.journal_id order by l.id))::text) as key
      from lots l
      left join purchases p on p.tenant = l.tenant and p.id = l.journal_id
      left join topups t on t.tenant = l.tenant and t.id = l.journal_id
      left join wallet_transfers w on w.tenant = l.tenant and w.id = l.journal_id
      left join offers o on o.tenant = l.tenant and o.id = l.offer_id
     where l.tenant = $1 and l.journal_id in (
       select n.journal_id from lots n where n.tenant = $1 and n.id = any($2::uuid[])))
  select id, key from named`

const READ = `
  select (select coalesce(sum(balance), 0) from accounts where tenant = $1)::text as sum,
         (select json_agg(json_build_object('owner', owner_id, 'kind', kind, 'balance', balance))
            from accounts where tenant = $1 and kind like 'CONTACT%' and balance <> 0) as accounts,
         (select json_agg(json_build_object('id', id, 'left', remaining, 'expired', expired,
                                            'expires', extract(epoch from expires_at)))
            from lots where tenant = $1 and (remaining > 0 or expired > 0)) as lots,
         (select json_agg(json_build_object('offer', o.code, 'period', c.period, 'subject', coalesce(n.code, o.code),
                                            'amount', c.amount, 'uses', c.uses))
            from offer_counters c
            join offers o on o.tenant = c.tenant and o.id = c.offer_id
            left join contacts n on n.tenant = c.tenant and n.id = c.subject_id
           where c.tenant = $1 and (c.amount <> 0 or c.uses <> 0)) as counters`

const MADE = `
  select id as lot, 'LOT' as made, id from lots where tenant = $1
   union all
  select lot_id, 'DEBT', id from debts where tenant = $1 and lot_id is not null
   order by id`

const SPENT = `
  select p.reference_number as purchase, t.lot_id as lot, t.amount::text as amount
    from purchases p
    join transfers t on t.tenant = p.tenant and t.journal_id = p.id and t.kind = 'SPEND'
   where p.tenant = $1 and p.reference_number = any($2)`

const NEVER = Number.POSITIVE_INFINITY
const MAY_BE_NEGATIVE = 'CONTACT_DEBT'

/** What the product's tables are read by. */
export interface Reader {
  readonly place: { readonly database: Database }
  readonly tenant: number
  /** By wallet. */
  readonly contactOf: ReadonlyMap<string, string>
  /** What is known of them so far; names stay, so none is asked for twice. */
  readonly lotNames: Map<string, string>
}

// All are named, so that they are planned once a connection: they are asked after every step.
async function ask<Found extends object>(
  { place, tenant }: Reader,
  { name, text }: { readonly name: string; readonly text: string },
  ...values: readonly unknown[]
): Promise<Found[]> {
  const { rows } = await place.database.pool.query<Found>({
    name: `simulation_${name}`,
    text,
    values: [tenant, ...values],
  })
  return rows
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<(id: string) => string> {
  const { lotNames } = reader
  const unknown = ids.filter((id) => !lotNames.has(id))
  if (unknown.length > 0) {
    const found = await ask<{ id: string; key: string }>(reader, { name: 'names', text: NAMES }, unknown)
    for (const { id, key } of found) lotNames.set(id, key)
  }
  return (id) => lotNames.get(id) ?? id
}

/** What the product holds after a step. */
export async function productBooks(reader: Reader): Promise<Books> {
  const [row] = await ask<Row>(reader, { name: 'books', text: READ })
  const { sum = '', accounts, lots, counters } = row ?? {}
  const keyOf = await namesOf(
    reader,
    (lots ?? []).map(({ id }) => id),
  )
  const debts = new Map<string, number>()
  const pockets = new Map<string, number>()
  const negative: string[] = []
  for (const { owner, kind, balance } of accounts ?? []) {
    const contact = reader.contactOf.get(owner) ?? owner
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
        (lots ?? []).map(({ id, left, expired, expires }) => [
          keyOf(id),
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
export async function madeInOrder(reader: Reader): Promise<readonly Made[]> {
  const rows = await ask<{ lot: string; made: Made['made'] }>(reader, { name: 'made', text: MADE })
  const keyOf = await namesOf(
    reader,
    rows.map(({ lot }) => lot),
  )
  return rows.map(({ lot, made }) => ({ made, key: keyOf(lot) }))
}

/** What purchases spent of which lots, of those with these reference numbers. */
export async function spendsOf(reader: Reader, references: readonly string[]): Promise<readonly string[]> {
  const rows = await ask<{ purchase: string; lot: string; amount: string }>(
    reader,
    { name: 'spent', text: SPENT },
    references,
  )
  const keyOf = await namesOf(
    reader,
    rows.map(({ lot }) => lot),
  )
  return rows
    .filter(({ purchase, lot }) => !keyOf(lot).startsWith(`${purchase}|`))
    .map(({ purchase, lot, amount }) => `${purchase} ${keyOf(lot)} ${amount}`)
    .sort(byText)
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
