import { useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { TextField } from '../../kit/field.tsx'
import type { Purchase } from '../queries.ts'
import { amountIn, texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { touchedBy } from './purchase-acts.tsx'
import { VoidConsequences } from './trials.tsx'

const words = texts.voiding

export interface UndoProps {
  readonly purchase: Purchase
  readonly onClose: () => void
}

/** Undoes a whole purchase, after it was said what that takes back and gives back. */
export function VoidPurchase({ purchase, onClose }: UndoProps) {
  const [reason, setReason] = useState('')
  const { currency_code: currency, transaction_amounts, payout } = purchase
  const voiding = useCommand({
    run: (client) =>
      client.purchases.cancel(purchase.id, reason.trim() === '' ? {} : { reason: reason.trim() }),
    changes: touchedBy(purchase),
    done: ({ award_reversed, spend_returned, debt }) =>
      words.done({
        award: amountIn(award_reversed, currency),
        spend: amountIn(spend_returned, currency),
        debt: debt > 0 ? amountIn(debt, currency) : undefined,
      }),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.title(purchase.reference_number ?? purchase.code)}
      action={words.action}
      isDangerous
      keep={words.keep}
      typed={amountText(transaction_amounts.total, { currency, locale: texts.locale }).figures}
      onConfirm={() => voiding.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.means}</p>
      <VoidConsequences purchase={purchase} />
      {payout && <p>{words.payout}</p>}
      <TextField label={words.reason} name="reason" value={reason} onChange={setReason} autoComplete="off" />
    </Confirm>
  )
}
