import type { Work } from '../db/index.ts'
import type { WalletId } from '../kit/id.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { DAY } from '../kit/time.ts'
import type { Timing } from '../kit/timing.ts'
import { isSpendable, type Lot, lotsLeft } from '../ledger/index.ts'
import { directoryOf, readOrganisations } from '../organisations/index.ts'
import { keyOfTarget, namesOfTargets } from '../products/index.ts'
import { readActivations } from './activations.store.ts'
import { findWallet } from './get-wallet.ts'
import { showOrganisations } from './list-pools.ts'
import type { CommercePool } from './pool.ts'
import { readPools } from './pools.store.ts'
import type { CommerceBalanceReply } from './wallets.api.ts'

export interface CommerceBalanceQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly commerce_pool_id?: string | undefined
  readonly include_expiration: boolean
  readonly is_active?: boolean | undefined
}

interface Held {
  readonly pool: CommercePool
  readonly lots: readonly Lot[]
  readonly amount: bigint
  /** Pools that need no switching on always are. */
  readonly isActive: boolean
}

/** What each pool holds now, with where it can be spent and whether it is switched on; the largest amount first. */
export async function listCommerceBalances(
  work: Work,
  idOrCode: string,
  query: CommerceBalanceQuery,
): Promise<Page<CommerceBalanceReply>> {
  const wallet = await findWallet(work, idOrCode)
  const held = (await heldByPool(work, wallet.id)).filter(
    ({ pool, isActive }) =>
      (query.is_active === undefined || query.is_active === isActive) &&
      (query.commerce_pool_id === undefined || [pool.id, pool.code].includes(query.commerce_pool_id)),
  )
  const { page, size } = query
  const rows = held.slice((page - 1) * size, page * size + 1)
  const show = await shower(work, rows, query.include_expiration)
  const request = { page, size, includeTotal: query.include_total }
  return pageOf(request, rows, (row) => show(row, wallet.currency), query.include_total ? held.length : null)
}

async function heldByPool(work: Work, wallet: WalletId): Promise<Held[]> {
  const { tenant } = work.actor
  const lots = await lotsLeft(work.sql, [{ tenant, id: wallet }])
  const pools = await readPools(work.db, tenant)
  const activated = (await readActivations(work.sql, [{ tenant, id: wallet }])).get(wallet)
  const byPool = Map.groupBy(
    lots.filter((lot) => isSpendable(lot, work.at)),
    ({ pool }) => pool,
  )
  return [...byPool]
    .flatMap(([id, inPool]) => {
      const pool = id === null ? undefined : pools.get(id)
      if (!pool) return []
      const isActive = !pool.terms.needs_activation || activated?.has(pool.id) === true
      return [{ pool, lots: inPool, amount: sum(inPool.map(({ remaining }) => remaining)), isActive }]
    })
    .sort((a, b) => (a.amount === b.amount ? (a.pool.id < b.pool.id ? -1 : 1) : a.amount > b.amount ? -1 : 1))
}

async function shower(work: Work, rows: readonly Held[], withExpiration: boolean) {
  const { tenant } = work.actor
  const directory = directoryOf(await readOrganisations(work.db, tenant), [])
  const codes = rows.flatMap(({ pool }) => (pool.terms.products ?? []).map(({ code }) => code))
  const names = new Map(
    (await namesOfTargets(work.db, tenant, [...new Set(codes)])).map((each) => [keyOfTarget(each), each]),
  )
  return ({ pool, lots, amount, isActive }: Held, currency: string): CommerceBalanceReply => ({
    id: pool.id,
    name: pool.name,
    description: pool.terms.description ?? null,
    amount: wireNumber(amount, currency),
    currency_code: currency,
    ...(withExpiration ? { expiration: fallingDue(lots, work.at, currency) } : {}),
    organisations: showOrganisations(pool.terms, directory).map((each) => ({ ...each, locations: [] })),
    products: (pool.terms.products ?? []).map((target) => {
      const known = names.get(keyOfTarget(target))
      return {
        id: known?.id ?? null,
        id_type: target.type === 'SKU' ? 'PRODUCT' : target.type,
        code: target.code,
        name: known?.name ?? null,
        description: known?.description ?? null,
        sku: target.type === 'SKU' ? target.code : null,
      }
    }),
    timings: (pool.terms.timings ?? []).flatMap(oneByOne),
    applicable_for_activation: pool.terms.needs_activation ?? false,
    is_active: isActive,
    b2b_details: { is_published: false, is_promoted: false, promoted_organisation: null },
  })
}

const BANDS = ['zero_to_thirty', 'thirty_to_sixty', 'sixty_to_ninety', 'ninety_plus'] as const
const BAND_DAYS = 30

function fallingDue(
  lots: readonly Lot[],
  at: Date,
  currency: string,
): NonNullable<CommerceBalanceReply['expiration']> {
  const bandOf = ({ expiresAt }: Lot) => {
    if (!expiresAt) return undefined
    const whole = Math.ceil((expiresAt.getTime() - at.getTime()) / (BAND_DAYS * DAY))
    return BANDS[Math.min(whole - 1, BANDS.length - 1)]
  }
  const due = (band: (typeof BANDS)[number]) =>
    wireNumber(sum(lots.filter((lot) => bandOf(lot) === band).map(({ remaining }) => remaining)), currency)
  return {
    zero_to_thirty: due('zero_to_thirty'),
    thirty_to_sixty: due('thirty_to_sixty'),
    sixty_to_ninety: due('sixty_to_ninety'),
    ninety_plus: due('ninety_plus'),
  }
}

/** The guide's wallets write one day and one month in each timing. */
function oneByOne({ days, months, ...hours }: Timing): CommerceBalanceReply['timings'] {
  const each = (days ?? [undefined]).flatMap((day) =>
    (months ?? [undefined]).map((month) => ({ day, month })),
  )
  return each.map(({ day, month }) => ({
    ...(day === undefined ? {} : { day }),
    ...(month === undefined ? {} : { month }),
    ...hours,
  }))
}
