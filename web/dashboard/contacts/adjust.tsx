import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { FieldRow, SelectField, TextArea, TextField } from '../../kit/field.tsx'
import { Money } from '../../kit/money.tsx'
import { useNames, type Wallet } from '../queries.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { currencyOf } from './balance.tsx'

const words = texts.adjust
const TYPES = ['CREDIT', 'DEBIT', 'DEBT_RELIEF'] as const

/** Corrects a wallet by hand: how much, from or into which pocket, and why. The amount is typed twice. */
export function Adjust({ wallet, onClose }: { readonly wallet: Wallet; readonly onClose: () => void }) {
  const [type, setType] = useState<(typeof TYPES)[number]>('CREDIT')
  const [amount, setAmount] = useState('')
  const [pool, setPool] = useState('')
  const [reason, setReason] = useState('')
  const { pools } = useNames()
  const currency = currencyOf(wallet)
  const adjust = useCommand({
    run: (client) =>
      client.adjustments.create(wallet.id, {
        type,
        amount: amount.trim(),
        reason: reason.trim(),
        ...(pool === '' || type === 'DEBT_RELIEF' ? {} : { commerce_pool: { id: pool } }),
      }),
    changes: [['wallet', wallet.id], ['transactions', wallet.id], ['adjustments'], ['contacts']],
    done: ({ state }) => (state === 'PENDING_APPROVAL' ? words.waits : words.done),
    isToldInPlace: true,
  })
  const isFilled = amount.trim() !== '' && reason.trim() !== ''
  return (
    <Confirm
      title={words.title}
      action={words.action}
      isReady={isFilled}
      {...(amount.trim() === '' ? {} : { typed: amount.trim() })}
      onConfirm={() => adjust.mutateAsync()}
      onClose={onClose}
    >
      <p>
        {words.now} <Money amount={wallet.total_balance} currency={currency} />. {words.means}
      </p>
      <FieldRow>
        <SelectField
          label={words.type}
          name="type"
          value={type}
          options={TYPES.map((each) => [each, words.types[each]])}
          onChange={(value) => setType(TYPES.find((each) => each === value) ?? 'CREDIT')}
        />
        <TextField
          label={words.amount}
          name="amount"
          inputMode="decimal"
          unit={currency}
          value={amount}
          onChange={setAmount}
          autoComplete="off"
        />
      </FieldRow>
      {type !== 'DEBT_RELIEF' && (
        <SelectField
          label={words.pocket}
          name="commerce_pool.id"
          value={pool}
          options={[['', texts.contacts.names.open], ...pools.map(({ id, name }) => [id, name] as const)]}
          onChange={setPool}
        />
      )}
      <TextArea
        label={words.reason}
        name="reason"
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
      />
    </Confirm>
  )
}
