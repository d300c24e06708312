import type { Work } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { getOrganisation } from '../organisations/index.ts'
import { type Name, namesOf } from './names.store.ts'
import { requireWholeBusiness } from './report-period.ts'
import type { SettlementReply } from './reports.api.ts'
import { countSettled, pageOfSettled, type Settled } from './settlements.store.ts'

export interface SettlementQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly settlement_type?: 'AWARD' | 'SPEND' | undefined
  readonly organisation_id?: string | undefined
  readonly date?: Parameters<typeof wire.boundsOf>[0]
}

/** The single awards and spends that the settlement is made of. */
export async function listSettlements(work: Work, query: SettlementQuery): Promise<Page<SettlementReply>> {
  requireWholeBusiness(work.actor)
  const { organisation_id: named, settlement_type: type } = query
  const organisation = named === undefined ? undefined : (await getOrganisation(work, named)).id
  const filter = { type, organisation, ...wire.boundsOf(query.date) }
  const rows = await pageOfSettled(work, filter, query)
  const total = query.include_total ? await countSettled(work, filter) : null
  const show = await shower(work, rows)
  return pageOf({ ...query, includeTotal: query.include_total }, rows, show, total)
}

async function shower(work: Work, rows: readonly Settled[]): Promise<(row: Settled) => SettlementReply> {
  const organisation = await namesOf(
    work,
    'organisation',
    rows.flatMap((row) => [row.organisation, row.funder]),
  )
  const offer = await namesOf(
    work,
    'offer',
    rows.map((row) => row.offer),
  )
  return (row) => showSettlement(row, { organisation, offer })
}

function showSettlement(
  row: Settled,
  { organisation, offer }: { readonly organisation: Name; readonly offer: Name },
): SettlementReply {
  const { journal, line, kind, currency, amount, taken_back: back } = row
  return {
    id: `${journal}-${line}`,
    settlement_type: kind === 'AWARD' ? 'AWARD' : 'SPEND',
    // Who gave an award pays for it, who took a spend is paid.
    accounting_type: kind === 'AWARD' ? 'DEBIT' : 'CREDIT',
    organisation: organisation(row.organisation) ?? { id: row.organisation, name: row.organisation },
    funder: organisation(row.funder),
    offer: offer(row.offer),
    currency_code: currency,
    event_amount: wireNumber(amount, currency),
    settlement_amount: wireNumber(amount - back, currency),
    fee: null,
    state: back === amount ? 'CANCELLED' : 'POSTED',
    is_reverted: back > 0n,
    date: epochSeconds(row.at),
    settlement_event: { type: row.event, id: journal, reference_number: row.reference },
  }
}
