import { useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { TextField } from '../../kit/field.tsx'
import { Money } from '../../kit/money.tsx'
import { type Purchase, useContact, useWallet } from '../queries.ts'
import { amountIn, texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { touchedBy } from './purchase-acts.tsx'

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
      typed={amountText(transaction_amounts.total, { currency, locale: texts.locale }).figures}
      onConfirm={() => voiding.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.means}</p>
      <Consequences purchase={purchase} />
      {payout && <p>{words.payout}</p>}
      <TextField label={words.reason} value={reason} onChange={setReason} autoComplete="off" />
    </Confirm>
  )
}

function Consequences({ purchase }: { readonly purchase: Purchase }) {
  const { currency_code: currency, awards, rewards, contact } = purchase
  const given = awards.filter(({ redeem_method }) => redeem_method === 'DEFERRED')
  return (
    <Facts>
      {given.map(({ offer, amount }) => (
        <Fact key={offer.id} name={words.award(offer.name)}>
          <Money amount={-amount} currency={currency} tone="owed" signed />
        </Fact>
      ))}
      {rewards.spend > 0 && (
        <Fact name={words.spend}>
          <Money amount={rewards.spend} currency={currency} tone="award" signed />
        </Fact>
      )}
      {given.length === 0 && rewards.spend === 0 && <Fact name={words.nothing}>{texts.nothing}</Fact>}
      {contact && given.length > 0 && <WalletNow contact={contact.id} />}
    </Facts>
  )
}

/** Enough to see whether what was given has been spent meanwhile. */
function WalletNow({ contact }: { readonly contact: string }) {
  const shown = useContact(contact)
  const wallet = useWallet(shown.data?.wallet?.id)
  if (!wallet.data) return null
  const currency = wallet.data.balances[0]?.currency_code ?? 'EUR'
  return (
    <>
      <Fact name={words.walletNow}>
        <Money amount={wallet.data.total_balance} currency={currency} />
      </Fact>
      <Fact name={words.ifSpent}>{words.ifSpentMeans}</Fact>
    </>
  )
}
