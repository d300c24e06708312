import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { FieldRow, TextField } from '../../kit/field.tsx'
import type { Purchase } from '../queries.ts'
import { amountIn, texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { touchedBy } from './purchase-acts.tsx'
import { ReturnConsequences } from './trials.tsx'
import type { UndoProps } from './void-purchase.tsx'

const words = texts.returning

/** Takes goods back by line, or an amount where no line was sent. The API says what of awards and spends goes with them. */
export function ReturnGoods({ purchase, onClose }: UndoProps) {
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>({})
  const [amount, setAmount] = useState('')
  const [notes, setNotes] = useState('')
  const { currency_code: currency } = purchase
  const open = linesOf(purchase)
  const chosen = open
    .map(({ line }) => ({ line, quantity: (quantities[line] ?? '').trim() }))
    .filter(({ quantity }) => quantity !== '' && quantity !== '0')
  /** Only lines of which something comes back are sent. */
  const nameOf = (line: number) => {
    const at = chosen.findIndex((each) => each.line === line)
    return at === -1 ? undefined : `products[${at}].quantity`
  }
  const isChosen = open.length > 0 ? chosen.length > 0 : amount.trim() !== ''
  const back = open.length > 0 ? { products: chosen } : { return_amount: amount.trim() }
  const goods = useCommand({
    run: (client) =>
      client.purchases.returnGoods(purchase.id, {
        ...back,
        ...(notes.trim() === '' ? {} : { notes: notes.trim() }),
      }),
    changes: touchedBy(purchase),
    done: ({ return_amount, amount: taken, refund, debt }) =>
      words.done({
        goods: amountIn(return_amount, currency),
        award: amountIn(taken, currency),
        cash: amountIn(refund.cash, currency),
        wallet: amountIn(refund.wallet, currency),
        debt: debt > 0 ? amountIn(debt, currency) : undefined,
      }),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.title(purchase.reference_number ?? purchase.code)}
      action={words.action}
      isReady={isChosen}
      onConfirm={() => goods.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.means}</p>
      {open.length > 0 ? (
        open.map((line) => (
          <TextField
            key={line.line}
            name={nameOf(line.line)}
            label={line.product_sku.name}
            hint={words.of(String(line.quantity), amountIn(line.total_amount, currency))}
            inputMode="decimal"
            value={quantities[line.line] ?? ''}
            onChange={(quantity) => setQuantities({ ...quantities, [line.line]: quantity })}
            autoComplete="off"
          />
        ))
      ) : (
        <TextField
          label={words.amount}
          name="return_amount"
          inputMode="decimal"
          unit={currency}
          value={amount}
          onChange={setAmount}
          autoComplete="off"
        />
      )}
      <ReturnConsequences purchase={purchase} body={isChosen ? back : undefined} />
      <FieldRow>
        <TextField label={words.notes} name="notes" value={notes} onChange={setNotes} autoComplete="off" />
      </FieldRow>
    </Confirm>
  )
}

/** Lines of which something is still with the customer. */
function linesOf({ products }: Purchase) {
  return products.filter(({ quantity, returned_quantity }) => returned_quantity < quantity)
}
