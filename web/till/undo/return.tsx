import type { Purchase, ReturnGoodsReply } from '@tillback/sdk'
import { useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { decimalText } from '../sale/minor.ts'
import { nextReference } from '../sale/reference.ts'
import { focusAtFirst } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { AdHocReturn, type AdHocReturnProps } from './ad-hoc-return.tsx'
import { Facts } from './facts.tsx'
import { FindReceipt } from './find-receipt.tsx'
import { ReturnAmount } from './return-amount.tsx'
import { ReturnLines } from './return-lines.tsx'
import type { Goods } from './undone.tsx'
import { Summary } from './void.tsx'
import { amountLeft, linesLeft } from './what-is-left.ts'

const words = texts.undo

/** Takes goods back: lines or an amount of a receipt, or without one. */
export function Return({
  receipt,
  ...adHoc
}: AdHocReturnProps & {
  /** The code that was scanned to come here. */
  readonly receipt: string | undefined
}) {
  const { onClose } = adHoc
  const [purchase, setPurchase] = useState<Purchase>()
  const [isAdHoc, setAdHoc] = useState(false)
  return (
    <Window title={words.returnTitle} closeLabel={texts.close} onClose={onClose}>
      {isAdHoc ? (
        <AdHocReturn {...adHoc} />
      ) : purchase ? (
        <ReturnOf purchase={purchase} onClose={onClose} />
      ) : (
        <>
          <FindReceipt scanned={receipt} onFound={setPurchase} />
          <Key onClick={() => setAdHoc(true)}>{words.withoutReceipt}</Key>
        </>
      )}
    </Window>
  )
}

interface ReturnOfProps {
  readonly purchase: Purchase
  readonly onClose: () => void
}

function ReturnOf({ purchase, onClose }: ReturnOfProps) {
  const { client, venue } = useStanding()
  // One number for this return: sent again, it takes nothing twice.
  const [reference] = useState(() => nextReference())
  const [done, setDone] = useState<ReturnGoodsReply>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const giveBack = async (goods: Goods) => {
    setBusy(true)
    setFailure(undefined)
    try {
      setDone(await client.purchases.returnGoods(purchase.id, { reference_number: reference, ...goods }))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  if (done) return <Returned done={done} onClose={onClose} />
  if (amountLeft(purchase, venue.digits) <= 0) {
    return (
      <>
        <Summary purchase={purchase} />
        <p className={form.notice}>
          {purchase.state === 'CANCELLED' ? words.alreadyVoid : words.nothingLeft}
        </p>
      </>
    )
  }
  return (
    <>
      <Summary purchase={purchase} />
      <WhatComesBack purchase={purchase} isBusy={isBusy} onReturn={(goods) => void giveBack(goods)} />
      {failure !== undefined && <Problem of={failure} />}
    </>
  )
}

interface WhatComesBackProps {
  readonly purchase: Purchase
  readonly isBusy: boolean
  readonly onReturn: (goods: Goods) => void
}

/** By line where the receipt has lines, unless the clerk says an amount. */
function WhatComesBack({ purchase, isBusy, onReturn }: WhatComesBackProps) {
  const { digits } = useStanding().venue
  const hasLines = linesLeft(purchase).length > 0
  const [isByAmount, setByAmount] = useState(!hasLines)
  return (
    <>
      {hasLines && (
        <fieldset className={form.two} aria-label={words.how}>
          <Key aria-pressed={!isByAmount} onClick={() => setByAmount(false)}>
            {words.byLine}
          </Key>
          <Key aria-pressed={isByAmount} onClick={() => setByAmount(true)}>
            {words.byAmount}
          </Key>
        </fieldset>
      )}
      {isByAmount ? (
        <ReturnAmount
          purchase={purchase}
          left={amountLeft(purchase, digits)}
          isBusy={isBusy}
          onReturn={(amount, notes) =>
            onReturn({ return_amount: decimalText(amount, digits), ...(notes === '' ? {} : { notes }) })
          }
        />
      ) : (
        <ReturnLines purchase={purchase} isBusy={isBusy} onReturn={onReturn} />
      )}
    </>
  )
}

function Returned({ done, onClose }: { readonly done: ReturnGoodsReply; readonly onClose: () => void }) {
  return (
    <>
      <p role="status" className={form.notice} data-tone="positive">
        {words.takenBack}
      </p>
      <Facts
        currency={done.currency_code}
        facts={[
          { name: words.giveBack, amount: done.refund.cash },
          { name: words.spendReturned, amount: done.refund.wallet, tone: 'award', signed: true },
          { name: words.awardReversed, amount: -done.amount },
          { name: words.debt, amount: done.debt, tone: 'owed' },
        ]}
      />
      <Key kind="primary" hint="Enter" onClick={onClose} ref={focusAtFirst}>
        {texts.close}
      </Key>
    </>
  )
}
