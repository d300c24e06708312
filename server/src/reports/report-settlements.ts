import type { Work } from '../db/index.ts'
import { wireNumber } from '../kit/money.ts'
import { readOrganisations } from '../organisations/index.ts'
import { flowsOf } from './flows.store.ts'
import { namesOf } from './names.store.ts'
import { periodOf, requireWholeBusiness, tellPeriod } from './report-period.ts'
import type { SettlementsReply } from './reports.api.ts'
import { settle } from './settlement.ts'

/** Who funded the money that was used, where it was used, and what each is owed by the others; of one period. */
export async function reportSettlements(
  work: Work,
  query: { readonly from?: Date | undefined; readonly to?: Date | undefined },
): Promise<SettlementsReply> {
  requireWholeBusiness(work.actor)
  const period = periodOf(work, query)
  const told = await tellPeriod(work, period)
  const flows = await flowsOf(work, period, 'FUNDER')
  const { cells, funders, positions } = settle(flows, await partiesOf(work))
  const name = await namesOf(
    work,
    'organisation',
    [...cells, ...positions]
      .map(({ organisation }) => organisation)
      .concat(funders.flatMap((f) => f.funder ?? [])),
  )
  const organisation = (id: string) => name(id) ?? { id, name: id }
  return {
    ...told,
    cells: cells.map(({ funder, column, organisation: id, currency, amount }) => ({
      funder: name(funder),
      column,
      organisation: organisation(id),
      currency_code: currency,
      amount: wireNumber(amount, currency),
    })),
    funders: funders.map(({ funder, currency, awarded, takenBack, expired, used }) => ({
      funder: name(funder),
      currency_code: currency,
      awarded: wireNumber(awarded, currency),
      reversed: wireNumber(takenBack, currency),
      expired: wireNumber(expired, currency),
      used: wireNumber(used, currency),
      change_in_wallets: wireNumber(awarded - takenBack - expired - used, currency),
    })),
    columns: columnsOf(cells).map(({ column, organisation: id, currency, amount }) => ({
      column,
      organisation: organisation(id),
      currency_code: currency,
      amount: wireNumber(amount, currency),
    })),
    positions: positions.map(({ organisation: id, currency, receives, owes }) => ({
      organisation: organisation(id),
      currency_code: currency,
      receives: wireNumber(receives, currency),
      owes: wireNumber(owes, currency),
      net: wireNumber(receives - owes, currency),
    })),
  }
}

async function partiesOf({ db, actor }: Work) {
  const organisations = await readOrganisations(db, actor.tenant)
  const byId = new Map<string, (typeof organisations)[number]>(organisations.map((each) => [each.id, each]))
  return {
    business: actor.business,
    partyOf: (id: string) => {
      const found = byId.get(id)
      return found?.type === 'VENUE' ? (found.parent ?? id) : id
    },
  }
}

type Cells = ReturnType<typeof settle>['cells']

function columnsOf(cells: Cells): Omit<Cells[number], 'funder'>[] {
  const columns = new Map<string, Omit<Cells[number], 'funder'>>()
  for (const { column, organisation, currency, amount } of cells) {
    const key = `${currency}|${column}|${organisation}`
    const before = columns.get(key)?.amount ?? 0n
    columns.set(key, { column, organisation, currency, amount: before + amount })
  }
  return [...columns.values()]
}
