import { minorDigits } from '../kit/currency.ts'
import { decimalText } from '../kit/money.ts'
import type { AccountKind, MovementKind } from '../ledger/index.ts'
import { type AccountingMap, bookOf, type GeneralAccount, WORDS } from './accounting-map.ts'
import { csv } from './csv.ts'
import type { Flow } from './flows.store.ts'

/** One side of an entry: all movements of a kind, between the same two accounts, on one day. */
export interface JournalLine extends GeneralAccount {
  /** The same for both sides, and the same whenever the day is exported again. */
  readonly entry: string
  readonly date: string
  readonly currency: string
  readonly movement: MovementKind
  readonly account: AccountKind
  readonly debit: bigint
  readonly credit: bigint
}

/** Money flows from the account that is debited to the one that is credited: what a wallet gets is owed to the contact. */
export function journalOf(flows: readonly Flow[], map: AccountingMap): JournalLine[] {
  const book = bookOf(map)
  return entriesOf(flows).flatMap(({ entry, date, currency, movement, from, to, amount }) => {
    const common = { entry, date, currency, movement }
    return [
      { ...common, account: from, ...bookedOn(book(movement, from)), debit: amount, credit: 0n },
      { ...common, account: to, ...bookedOn(book(movement, to)), debit: 0n, credit: amount },
    ]
  })
}

function bookedOn({ code, name }: GeneralAccount): GeneralAccount {
  return { code, name }
}

interface Entry extends Pick<JournalLine, 'entry' | 'date' | 'currency' | 'movement'> {
  readonly from: AccountKind
  readonly to: AccountKind
  readonly amount: bigint
}

function entriesOf(flows: readonly Flow[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { group, currency, movement, from, to, amount } of flows) {
    const date = group ?? ''
    const entry = `${date}/${currency}/${movement}/${from.kind}-${to.kind}`
    const before = entries.get(entry)?.amount ?? 0n
    entries.set(entry, {
      entry,
      date,
      currency,
      movement,
      from: from.kind,
      to: to.kind,
      amount: before + amount,
    })
  }
  return [...entries.values()].sort((a, b) => (a.entry < b.entry ? -1 : 1))
}

const HEAD = [
  'entry',
  'date',
  'currency',
  'movement',
  'account_code',
  'account_name',
  'account',
  'debit',
  'credit',
  'text',
]

export function csvOf(lines: readonly JournalLine[]): string {
  const rows = lines.map(({ entry, date, currency, movement, code, name, account, debit, credit }) => {
    const digits = minorDigits(currency)
    const amounts = [debit, credit].map((minor) => decimalText(minor, digits))
    return [entry, date, currency, movement, code, name, account, ...amounts, WORDS[movement]]
  })
  return csv([HEAD, ...rows])
}
