import type { PurchaseRow } from '../queries.ts'

const HEAD = ['date', 'receipt', 'shop', 'total', 'earned', 'spent', 'currency', 'state']

/** One line a purchase. Texts that a spreadsheet would run as formulas are marked as texts. */
export function csvOf(purchases: readonly PurchaseRow[]): string {
  const rows = purchases.map((purchase) => [
    new Date(purchase.date * 1_000).toISOString(),
    purchase.reference_number,
    purchase.organisation.name,
    purchase.transaction_amounts.total,
    purchase.rewards.award,
    purchase.rewards.spend,
    purchase.currency_code,
    purchase.state,
  ])
  return [HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function saveCsv(purchases: readonly PurchaseRow[]): void {
  save(new Blob([`\uFEFF${csvOf(purchases)}`], { type: 'text/csv' }), 'purchases.csv')
}

export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
}
