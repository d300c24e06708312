import { useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { sumOf } from '../../kit/sum.ts'
import { amountIn, texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { Payout } from './payouts.tsx'

const words = texts.payouts.retryAll

/** Tries the failed payouts of a page again, one after the other; one that is refused stops none of the others. */
export function RetryAll({ payouts }: { readonly payouts: readonly Payout[] }) {
  const [isAsked, setAsked] = useState(false)
  const failed = payouts.filter(({ state }) => state === 'FAILED')
  const retry = useCommand({
    run: async (client) => {
      let done = 0
      for (const { id } of failed) {
        await client.payouts.change(id, { action: 'RETRY' }).then(
          () => (done += 1),
          () => undefined,
        )
      }
      return done
    },
    changes: [['payouts'], ['needs']],
    done: (done) => words.done(done, failed.length),
    isToldInPlace: true,
  })
  const [first] = failed
  if (!first || failed.length < 2) return null
  const total = sumOf(failed.map(({ amount }) => amount))
  const currency = first.currency_code
  return (
    <div>
      <Button icon="sync" onClick={() => setAsked(true)}>
        {words.name(failed.length)}
      </Button>
      {isAsked && (
        <Confirm
          title={words.name(failed.length)}
          action={words.name(failed.length)}
          typed={amountText(total, { currency, locale: texts.locale }).figures}
          onConfirm={() => retry.mutateAsync()}
          onClose={() => setAsked(false)}
        >
          <p>{words.means(amountIn(total, currency))}</p>
        </Confirm>
      )}
    </div>
  )
}
