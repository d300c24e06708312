import { useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from './payouts.module.css'
import type { Payout } from './payouts.tsx'

const words = texts.payouts

type Act = keyof typeof words.acts

/** What can be done with a payout in its state. What says that money moved asks for its amount. */
const ACTS: Readonly<Partial<Record<Payout['state'], readonly Act[]>>> = {
  PENDING: ['CANCEL'],
  FAILED: ['RETRY', 'CANCEL'],
  RETURNED: ['RETRY'],
  UNKNOWN: ['MARK_PAID', 'MARK_FAILED'],
  SENT: ['MARK_PAID', 'MARK_RETURNED'],
  REVERSAL_REQUIRED: ['CONFIRM_REVERSAL'],
}

export function PayoutActs({ payout }: { readonly payout: Payout }) {
  const [asked, setAsked] = useState<Act>()
  const [reason, setReason] = useState('')
  const act = useCommand<Act>({
    run: (client, action) =>
      client.payouts.change(payout.id, {
        action,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    changes: [['payouts'], ['wallet'], ['purchase']],
    done: words.done,
    isToldInPlace: true,
  })
  const { amount, currency_code: currency } = payout
  return (
    <span className={styles.acts}>
      {(ACTS[payout.state] ?? []).map((each) => (
        <Button key={each} onClick={() => setAsked(each)}>
          {words.acts[each].name}
        </Button>
      ))}
      {asked && (
        <Confirm
          title={words.acts[asked].name}
          action={words.acts[asked].name}
          typed={amountText(amount, { currency, locale: texts.locale }).figures}
          onConfirm={() => act.mutateAsync(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{words.acts[asked].means}</p>
          <TextField
            label={words.reason}
            name="reason"
            value={reason}
            onChange={setReason}
            autoComplete="off"
          />
        </Confirm>
      )}
    </span>
  )
}
