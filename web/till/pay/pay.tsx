import { useId } from 'react'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import type { Queue } from '../offline/use-queue.ts'
import { totalOf } from '../sale/basket.ts'
import { amountOf, minorOf } from '../sale/minor.ts'
import { NO_SPEND, type Sale, type Tender } from '../sale/sale.ts'
import type { Quote } from '../sale/use-quote.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import type { Receipt } from './receipt.ts'
import { Tenders } from './tenders.tsx'
import { asQuoted, useCheckout } from './use-checkout.ts'

const words = texts.pay

export interface PayProps {
  readonly sale: Sale
  readonly quote: Quote | undefined
  readonly queue: Queue
  readonly onClosed: (receipt: Receipt) => void
  readonly onPayInFull: () => void
  readonly onClose: () => void
}

/** Takes the money: cash by one tap, card, or some of each; then the sale is closed. */
export function Pay({ sale, quote, queue, onClosed, onPayInFull, onClose }: PayProps) {
  const id = useId()
  const { venue } = useStanding()
  const { close, payInFull, isBusy, failure, isUnknown } = useCheckout(queue, onClosed)
  const total = totalOf(sale.basket)
  const due = quote && !isUnknown ? minorOf(quote.amount_due, venue.digits) : total
  const take = (tender: readonly Tender[]) =>
    void (isUnknown ? payInFull(tender) : close(asQuoted(sale, quote, venue.digits), tender))
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose} describedBy={id}>
      <p id={id} className={form.due}>
        {words.due}{' '}
        <strong>
          <Money amount={amountOf(due, venue.digits)} currency={venue.currency} />
        </strong>
      </p>
      {failure !== undefined && <Problem of={failure} />}
      {failure !== undefined && sale.spend !== NO_SPEND && <Key onClick={onPayInFull}>{words.payInFull}</Key>}
      {isUnknown && (
        <div role="alert" className={form.notice}>
          <strong>{words.unknown}</strong>
          <p>{words.lookingUp}</p>
          <p>{words.fullMeans}</p>
        </div>
      )}
      {due === 0 ? (
        <Key kind="primary" disabled={isBusy} onClick={() => take([])} data-autofocus="">
          {isBusy ? words.sending : words.nothing}
        </Key>
      ) : (
        <Tenders due={due} isBusy={isBusy} onTake={take} />
      )}
    </Window>
  )
}
