import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type TextReply, textReply } from '../http/index.ts'
import { invalidField } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { localDay } from '../kit/zone.ts'
import { readBusiness } from '../organisations/index.ts'
import { readAccountingMap } from './accounting-map.store.ts'
import { flowsOf } from './flows.store.ts'
import { csvOf, type JournalLine, journalOf } from './journal.ts'
import { type Period, requireWholeBusiness, tellPeriod } from './report-period.ts'
import type { AccountingReply } from './reports.api.ts'

export interface AccountingQuery {
  /** Days in the business's time zone, both inside; an instant stands for the day it falls on. */
  readonly from?: string | Date | undefined
  readonly to?: string | Date | undefined
  readonly format: 'json' | 'csv'
}

const FIRST_DAY = '1970-01-02'

/** The books as a journal for a general ledger: whole days, so that one export follows on another without overlap. */
export async function exportAccounting(
  work: Work,
  query: AccountingQuery,
): Promise<AccountingReply | TextReply> {
  requireWholeBusiness(work.actor)
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const day = (given: string | Date) => (typeof given === 'string' ? given : localDay(given, timeZone))
  const from = day(query.from ?? FIRST_DAY)
  const to = day(query.to ?? work.at)
  if (from > to) throw invalidField('from', from, `a day not after to, ${to}`)
  const period = await daysIn(work, timeZone, { from, to })
  const told = await tellPeriod(work, period)
  const { map } = await readAccountingMap(work)
  const lines = journalOf(await flowsOf(work, period, { dayIn: timeZone }), map)
  if (query.format === 'csv') {
    return textReply({
      type: 'text/csv; charset=utf-8',
      text: csvOf(lines),
      file: `journal-${from}-${to}.csv`,
    })
  }
  return {
    from,
    to,
    time_zone: timeZone,
    final: told.final,
    content: lines.map(showLine),
    totals: [...Map.groupBy(lines, ({ currency }) => currency)].map(([currency, of]) => ({
      currency_code: currency,
      debit: wireNumber(sum(of.map(({ debit }) => debit)), currency),
      credit: wireNumber(sum(of.map(({ credit }) => credit)), currency),
    })),
  }
}

/** Asked of the database, which also tells the day of every movement: both must know the same time zones. */
async function daysIn(
  { db }: Work,
  timeZone: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Period> {
  const { rows } = await sql<Period>`
    select ${from}::date::timestamp at time zone ${timeZone} as "from",
           (${to}::date + 1)::timestamp at time zone ${timeZone} as "to"`.execute(db)
  return present(rows[0], 'a select without a table has one row')
}

function showLine(line: JournalLine): AccountingReply['content'][number] {
  const { entry, date, currency, movement, account, code, name, debit, credit } = line
  return {
    entry,
    date,
    currency_code: currency,
    movement,
    account,
    account_code: code,
    account_name: name,
    debit: wireNumber(debit, currency),
    credit: wireNumber(credit, currency),
  }
}
