import { Receipt, ReceiptHead } from '../../kit/receipt.tsx'
import { useStanding } from '../api/client.ts'
import { PrintKeys } from '../print/print-keys.tsx'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import styles from './kitchen-window.module.css'
import type { Order } from './use-orders.ts'

const words = texts.orders

/** What the kitchen is to make, on paper. */
export function KitchenWindow({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { venue } = useStanding()
  return (
    <Window title={words.ticket} closeLabel={texts.close} onClose={onClose}>
      <Receipt label={words.ticket}>
        <ReceiptHead venue={venue.name} at={order.submitted_date} zone={venue.zone} number="">
          <p className={styles.number}>{order.number}</p>
          <p>{words.supply[order.supply_method]}</p>
        </ReceiptHead>
        <ul className={styles.items}>
          {order.items.map((item) => (
            <li key={item.id}>
              <strong>
                {item.quantity} × {item.product.name}
              </strong>
              {item.components.map((part) => (
                <span key={part.id}>
                  + {part.quantity} × {part.product.name}
                </span>
              ))}
              {item.notes && <span>! {item.notes}</span>}
            </li>
          ))}
        </ul>
      </Receipt>
      <PrintKeys
        name={order.number}
        bytesFor={async (paper) => {
          const { kitchenTicketOf } = await import('../print/kitchen-ticket.ts')
          return kitchenTicketOf(order, paper, { title: words.ticket, supply: words.supply })
        }}
      />
      <Key kind="primary" onClick={onClose} data-autofocus="">
        {words.backToOrders}
      </Key>
    </Window>
  )
}
