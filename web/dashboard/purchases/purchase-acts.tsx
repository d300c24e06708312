import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import type { Purchase } from '../queries.ts'
import { texts } from '../texts.ts'
import { ReturnGoods } from './return-goods.tsx'
import { standingOf } from './standing.ts'
import { VoidPurchase } from './void-purchase.tsx'

const words = texts.purchaseActs

/** What can still be done with a purchase; nothing once all of it was undone. */
export function PurchaseActs({ purchase }: { readonly purchase: Purchase }) {
  const [asked, setAsked] = useState<'void' | 'return'>()
  const standing = standingOf(purchase)
  const close = () => setAsked(undefined)
  if (standing === 'CANCELLED' || standing === 'RETURNED') return null
  return (
    <>
      <Button icon="undo" onClick={() => setAsked('return')}>
        {words.return}
      </Button>
      <Button kind="danger" icon="cross" onClick={() => setAsked('void')}>
        {words.void}
      </Button>
      {asked === 'void' && <VoidPurchase purchase={purchase} onClose={close} />}
      {asked === 'return' && <ReturnGoods purchase={purchase} onClose={close} />}
    </>
  )
}

/** Whatever a void or a return may have touched. */
export function touchedBy({ id }: Purchase) {
  return [['purchase', id], ['purchases'], ['contacts'], ['wallet'], ['transactions'], ['returns', id]]
}
