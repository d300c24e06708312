import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { minorOfWire } from '../kit/money.ts'
import { quantityTold } from '../kit/quantity.ts'
import type { LineGivenBack, PastReturn, TakenBack } from './replay-history.ts'

/** All that came back, in the order in which it was decided: voids, and parts of purchases. */
export async function readReturns(db: Kysely<Tables>, tenant: Tenant): Promise<readonly PastReturn[]> {
  const [voids, returns] = await Promise.all([readVoids(db, tenant), readParts(db, tenant)])
  return [...voids, ...returns].sort((a, b) => (a.decided < b.decided ? -1 : a.decided > b.decided ? 1 : 0))
}

async function readVoids(db: Kysely<Tables>, tenant: Tenant): Promise<readonly PastReturn[]> {
  const voids = await db
    .selectFrom('purchases')
    .select(['id', 'undone'])
    .where('tenant', '=', tenant)
    .where('undone', 'is not', null)
    .execute()
  return voids.map(({ id, undone }) => ({ purchase: id, decided: undone ?? 0n, isVoid: true, goods: 0n }))
}

async function readParts(db: Kysely<Tables>, tenant: Tenant): Promise<readonly PastReturn[]> {
  const parts = await db
    .selectFrom('return_parts as p')
    .innerJoin('returns as r', (on) =>
      on.onRef('r.tenant', '=', 'p.tenant').onRef('r.id', '=', 'p.return_id'),
    )
    .select(['p.purchase_id', 'p.goods', 'p.explain', 'r.decided', 'r.currency'])
    // All else of how it was answered would only be read and thrown away.
    .select(sql<Products | null>`r.answer -> 'products'`.as('products'))
    .where('p.tenant', '=', tenant)
    .execute()
  return parts.map(({ purchase_id: purchase, goods, explain, decided, currency, products }) => ({
    purchase,
    decided,
    isVoid: false,
    goods,
    lines: linesOf(products, currency),
    taken: takenOf(explain as readonly Explained[]),
  }))
}

/** Which goods came back, as the return was answered; one that named no purchase has no answer. */
type Products = readonly {
  readonly line: number
  readonly quantity: number
  readonly total_amount: number
}[]

function linesOf(products: Products | null, currency: string): readonly LineGivenBack[] {
  return (products ?? []).map(({ line, quantity, total_amount }) => ({
    line,
    quantity: quantityTold(quantity),
    worth: minorOfWire(total_amount, currency),
  }))
}

interface Explained {
  readonly offer: string
  readonly awarded: number
  readonly after: number
}

function takenOf(explained: readonly Explained[]): ReadonlyMap<string, TakenBack> {
  return new Map(
    explained.map(({ offer, awarded, after }) => [offer, { awarded: BigInt(awarded), after: BigInt(after) }]),
  )
}
