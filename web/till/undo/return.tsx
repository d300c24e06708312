import type { Purchase, ReturnGoodsReply } from '@tillback/sdk'
import { useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { nextReference } from '../sale/reference.ts'
import { focusAtFirst } from '../screen/focus.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { AdHocReturn } from './ad-hoc-return.tsx'
import { Facts } from './facts.tsx'
import { FindReceipt } from './find-receipt.tsx'
import { ReturnLines } from './return-lines.tsx'
import { Summary } from './void.tsx'

const words = texts.undo

/** Takes goods back: lines of a receipt, or without one. */
export function Return({
  receipt,
  onClose,
}: {
  /** The code that was scanned to come here. */
  readonly receipt: string | undefined
  readonly onClose: () => void
}) {
  const [purchase, setPurchase] = useState<Purchase>()
  const [isAdHoc, setAdHoc] = useState(false)
  return (
    <Window title={words.returnTitle} closeLabel={texts.close} onClose={onClose}>
      {isAdHoc ? (
        <AdHocReturn onClose={onClose} />
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

function ReturnOf({ purchase, onClose }: { readonly purchase: Purchase; readonly onClose: () => void }) {
  const { client } = useStanding()
  // One number for this return: sent again, it takes nothing twice.
  const [reference] = useState(() => nextReference())
  const [done, setDone] = useState<ReturnGoodsReply>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const giveBack = async (quantities: ReadonlyMap<number, number>) => {
    setBusy(true)
    setFailure(undefined)
    const products = [...quantities].map(([line, quantity]) => ({ line, quantity: String(quantity) }))
    try {
      setDone(await client.purchases.returnGoods(purchase.id, { reference_number: reference, products }))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  if (done) return <Returned done={done} onClose={onClose} />
  return (
    <>
      <Summary purchase={purchase} />
      <ReturnLines purchase={purchase} isBusy={isBusy} onReturn={giveBack} />
      {failure !== undefined && <Problem of={failure} />}
    </>
  )
}

function Returned({ done, onClose }: { readonly done: ReturnGoodsReply; readonly onClose: () => void }) {
  return (
    <>
      <p role="status" className={form.notice} data-tone="positive">
        {done.say}
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
