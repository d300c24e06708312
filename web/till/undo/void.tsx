import type { CancelPurchaseReply, Purchase } from '@tillback/sdk'
import { useState } from 'react'
import { exactText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { minorOf } from '../sale/minor.ts'
import { focusAtFirst } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { Facts } from './facts.tsx'
import { FindReceipt } from './find-receipt.tsx'
import { moneyBack, VoidUndoes } from './undone.tsx'
import { linesLeft } from './what-is-left.ts'
import { WithManager } from './with-pin.tsx'

const words = texts.undo

/** Voids a purchase: what it would undo is shown before, and what it did afterwards. */
export function Void({
  onClose,
  onSome,
}: {
  readonly onClose: () => void
  /** Some of it only: the receipt, of which lines come back. */
  readonly onSome: (receipt: string) => void
}) {
  const { client, venue } = useStanding()
  const [purchase, setPurchase] = useState<Purchase>()
  const [done, setDone] = useState<CancelPurchaseReply>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const cancel = async (id: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      setDone(await client.purchases.cancel(id, {}))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Window title={words.voidTitle} closeLabel={texts.close} onClose={onClose}>
      {!purchase && <FindReceipt onFound={setPurchase} />}
      {purchase && !done && (
        <>
          <Summary purchase={purchase} />
          {purchase.state === 'CANCELLED' ? (
            <p className={form.notice}>{words.alreadyVoid}</p>
          ) : (
            <>
              <VoidUndoes purchase={purchase} />
              {failure !== undefined && <Problem of={failure} />}
              <WithManager
                amount={minorOf(purchase.transaction_amounts.total, venue.digits)}
                label={words.voidNow}
                isBusy={isBusy}
                isFirst
                onAllowed={() => void cancel(purchase.id)}
              />
              <Key onClick={() => onSome(purchase.reference_number ?? purchase.code)}>
                {linesLeft(purchase).length > 0 ? words.onlySome : words.onlyPart}
              </Key>
            </>
          )}
        </>
      )}
      {purchase && done && (
        <>
          <p role="status" className={form.notice} data-tone="positive">
            {words.voided(purchase.reference_number ?? purchase.code)}
          </p>
          <Facts
            currency={purchase.currency_code}
            facts={[
              { name: words.awardReversed, amount: -done.award_reversed },
              { name: words.spendReturned, amount: done.spend_returned, tone: 'award', signed: true },
              { name: words.debt, amount: done.debt, tone: 'owed' },
              { name: words.giveBack, amount: moneyBack(purchase) },
            ]}
          />
          <Key kind="primary" hint="Enter" onClick={onClose} ref={focusAtFirst}>
            {texts.close}
          </Key>
        </>
      )}
    </Window>
  )
}

export function Summary({ purchase }: { readonly purchase: Purchase }) {
  const { venue } = useStanding()
  const { total } = purchase.transaction_amounts
  return (
    <p className={form.due}>
      <span>
        {purchase.reference_number ?? purchase.code}
        <br />
        <small>{exactText(purchase.date, texts.locale, venue.zone)}</small>
      </span>
      <strong>
        <Money amount={total} currency={purchase.currency_code} />
      </strong>
    </p>
  )
}
