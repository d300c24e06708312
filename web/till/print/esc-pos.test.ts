import { expect, test } from 'vitest'
import { receiptOf } from '../pay/receipt.ts'
import { withArticle } from '../sale/basket.ts'
import { NEW_SALE } from '../sale/sale.ts'
import { escPosOf } from './esc-pos.ts'

const venue = {
  id: 'v',
  name: 'Ledra',
  merchant: 'Corner',
  merchantTap: 'M1',
  tap: 'V1',
  currency: 'EUR',
  digits: 2,
  zone: 'Europe/Nicosia',
}
const words = {
  total: 'Total',
  spentAs: { PAYMENT: 'Rewards', DISCOUNT: 'Discount' },
  vat: 'VAT included',
  due: 'To pay',
  change: 'Change',
  claim: 'Scan to claim',
  keep: 'Scan to see',
  queued: 'Sent later',
  earned: 'Earned',
  wallet: 'To spend now',
  test: 'TEST',
  signed: 'Signed code',
  clerk: (name: string) => `Served by ${name}`,
  tender: { CASH: 'Cash', CARD: 'Card' },
}

function printed(paper: 58 | 80): string {
  const sale = {
    ...NEW_SALE,
    basket: withArticle([], { sku: 'COF', name: 'Freddo', price: 320, taxRate: 19 }, 2),
  }
  const closing = { reference: 'R-7', at: 1_795_000_000, tender: [{ type: 'CASH' as const, amount: 1000 }] }
  const receipt = receiptOf(sale, venue, {
    ...closing,
    told: undefined,
    clerk: 'Maria',
    rewardsAs: 'PAYMENT',
  })
  return String.fromCharCode(
    ...escPosOf(receipt, { venue, paper, words, isTest: true, when: '29 Nov 2026, 14:05' }),
  )
}

test('the paper names the lines, what is paid and what goes back, and carries the guide’s code as a QR', () => {
  const text = printed(80)
  for (const expected of [
    'Ledra',
    '29 Nov 2026, 14:05',
    'TEST',
    'Served by Maria',
    'Sent later',
    'VAT included',
    '1.02',
    '2 x Freddo',
    '6.40',
    '3.60',
    'R-7;M1;V1;640',
  ])
    expect(text).toContain(expected)
  // GS ( k: the printer's own QR command.
  expect(text).toContain('\u001d(k')
})

test.each([
  [58, 32],
  [80, 48],
] as const)('no line is longer than %i mm of paper hold: %i characters', (paper, columns) => {
  const lines = printed(paper).match(/2 x Freddo.*?6\.40/s)?.[0] ?? ''
  expect(lines.length).toBe(columns)
})
