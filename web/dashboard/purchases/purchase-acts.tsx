import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import type { Purchase } from '../queries.ts'
import { texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { ReturnGoods } from './return-goods.tsx'
import { standingOf } from './standing.ts'
import { VoidPurchase } from './void-purchase.tsx'

const words = texts.purchaseActs

/** What can still be done with a purchase; once all of it was undone, its customer can be told so again. */
export function PurchaseActs({ purchase }: { readonly purchase: Purchase }) {
  const [asked, setAsked] = useState<'void' | 'return'>()
  const standing = standingOf(purchase)
  const close = () => setAsked(undefined)
  const isUndone = standing === 'CANCELLED' || standing === 'RETURNED'
  return (
    <>
      {isTold(purchase) && <Resend purchase={purchase} />}
      {!isUndone && (
        <>
          <Button icon="undo" onClick={() => setAsked('return')}>
            {words.return}
          </Button>
          <Button kind="danger" icon="cross" onClick={() => setAsked('void')}>
            {words.void}
          </Button>
        </>
      )}
      {asked === 'void' && <VoidPurchase purchase={purchase} onClose={close} />}
      {asked === 'return' && <ReturnGoods purchase={purchase} onClose={close} />}
    </>
  )
}

/** Customers are told of what a purchase brought or used, and of its void; of all others there is no message. */
function isTold({ contact, cancelled_on, rewards }: Purchase): boolean {
  return contact !== null && (cancelled_on !== null || rewards.award > 0 || rewards.spend > 0)
}

function Resend({ purchase: { id } }: { readonly purchase: Purchase }) {
  const resend = useCommand({
    run: (client) => client.communications.resendPurchaseNotification(id),
    changes: [['messages']],
    done: ({ content }) => {
      const ways = content.map(({ channel, recipient }) => {
        const way = wordFor(texts.contact.messages.channels, channel)
        return recipient === null || channel === 'DEVICE' ? way : `${way} (${recipient})`
      })
      return words.resent([...new Set(ways)].join(', '))
    },
  })
  return (
    <Button icon="inbox" onClick={() => resend.mutate()} disabled={resend.isPending}>
      {words.resend}
    </Button>
  )
}

/** Whatever a void or a return may have touched. */
export function touchedBy({ id }: Purchase) {
  return [['purchase', id], ['purchases'], ['contacts'], ['wallet'], ['transactions'], ['returns', id]]
}
