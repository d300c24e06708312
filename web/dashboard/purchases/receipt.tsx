import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Id } from '../../kit/id.tsx'
import { Money } from '../../kit/money.tsx'
import { Qr } from '../../kit/qr.tsx'
import {
  Receipt as Paper,
  ReceiptFoot,
  ReceiptHead,
  ReceiptLines,
  ReceiptNote,
  ReceiptTotal,
  ReceiptTotals,
} from '../../kit/receipt.tsx'
import { useSignedIn } from '../client.ts'
import type { Purchase } from '../queries.ts'
import { texts } from '../texts.ts'

const words = texts.purchase
/** As on the paper. */
const QR_MM = 28

/** The purchase as the paper that the customer holds. */
export function Receipt({
  purchase,
  zone,
}: {
  readonly purchase: Purchase
  readonly zone: string | undefined
}) {
  const { session } = useSignedIn()
  const { organisation, parent_organisation: merchant, receipt } = purchase
  return (
    <Paper label={words.receipt}>
      <ReceiptHead
        venue={organisation.name}
        merchant={merchant?.name}
        at={purchase.date}
        zone={zone}
        number={purchase.reference_number ?? purchase.code}
        test={session.mode === 'TEST' ? words.test : undefined}
      />
      <Lines purchase={purchase} />
      <Totals purchase={purchase} />
      <ReceiptFoot>
        <Qr text={receipt.qr} label={words.scan} widthMm={QR_MM} />
        <Id value={receipt.signed_code} of={words.code} isWhole />
      </ReceiptFoot>
    </Paper>
  )
}

const SHOWN_AT_FIRST = 12

function Lines({ purchase: { products, currency_code: currency } }: { readonly purchase: Purchase }) {
  const [isWhole, setWhole] = useState(false)
  const lines = isWhole ? products : products.slice(0, SHOWN_AT_FIRST)
  if (products.length === 0) return <ReceiptNote>{words.noLines}</ReceiptNote>
  return (
    <>
      <ReceiptLines
        label={words.lines}
        currency={currency}
        lines={lines.map((line) => ({
          key: line.line,
          name: line.product_sku.name,
          quantity: line.quantity,
          amount: line.total_amount,
          below: rewardsOf(line, currency),
        }))}
      />
      {lines.length < products.length && (
        <ReceiptNote>
          <Button onClick={() => setWhole(true)}>{words.allLines(products.length)}</Button>
        </ReceiptNote>
      )}
    </>
  )
}

function rewardsOf({ award, spend }: Purchase['products'][number], currency: string) {
  if (award === 0 && spend === 0) return undefined
  return (
    <>
      {award !== 0 && (
        <span>
          {words.earned} <Money amount={award} currency={currency} />
        </span>
      )}
      {spend !== 0 && (
        <span>
          {words.paidWith} <Money amount={spend} currency={currency} />
        </span>
      )}
    </>
  )
}

function Totals({ purchase }: { readonly purchase: Purchase }) {
  const { net, tax, discount, total } = purchase.transaction_amounts
  const { spend } = purchase.rewards
  const isBackEnd = purchase.reduction_method === 'BACK_END'
  const currency = purchase.currency_code
  return (
    <ReceiptTotals>
      {net !== null && <ReceiptTotal name={words.net} amount={net} currency={currency} />}
      {tax !== null && <ReceiptTotal name={words.tax} amount={tax} currency={currency} />}
      {discount !== null && discount !== 0 && (
        <ReceiptTotal name={words.discount} amount={-discount} currency={currency} />
      )}
      <ReceiptTotal name={words.total} amount={total} currency={currency} weight="total" />
      {spend !== 0 && !isBackEnd && (
        <ReceiptTotal name={words.spent} amount={-spend} currency={currency} weight="spend" />
      )}
      <ReceiptTotal name={words.due} amount={purchase.amount_due} currency={currency} weight="due" />
      {spend !== 0 && isBackEnd && (
        <ReceiptTotal name={words.paidOut} amount={spend} currency={currency} weight="spend" />
      )}
    </ReceiptTotals>
  )
}
