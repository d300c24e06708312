import { Settings } from './devices/settings.tsx'
import { Identify } from './member/identify.tsx'
import { QueueWindow } from './offline/queue-window.tsx'
import type { Queue } from './offline/use-queue.ts'
import { KitchenWindow } from './orders/kitchen-window.tsx'
import { OrdersWindow } from './orders/orders-window.tsx'
import type { Order, Orders } from './orders/use-orders.ts'
import { Pay } from './pay/pay.tsx'
import type { Receipt } from './pay/receipt.ts'
import { ReceiptWindow } from './pay/receipt-window.tsx'
import { AskPrice } from './sale/ask-price.tsx'
import type { Change } from './sale/change-sale.ts'
import type { Minor } from './sale/minor.ts'
import { NO_SPEND, type Sale } from './sale/sale.ts'
import type { Offered } from './sale/use-catalogue.ts'
import type { Quote } from './sale/use-quote.ts'
import { Calibrate } from './scan/calibrate.tsx'
import { ClearSale } from './screen/clear-sale.tsx'
import { Help } from './screen/help.tsx'
import { Spend } from './spend/spend.tsx'
import { Return } from './undo/return.tsx'
import { Void } from './undo/void.tsx'

/** The window in front of the sale. */
export type Open =
  | {
      readonly is: 'MEMBER' | 'PAY' | 'VOID' | 'QUEUE' | 'ORDERS' | 'HELP' | 'SETTINGS' | 'CALIBRATE'
    }
  | { readonly is: 'SPEND'; readonly code?: string }
  /** With where one goes after it. */
  | { readonly is: 'CLEAR'; readonly go?: () => void }
  | { readonly is: 'TICKET'; readonly order: Order }
  | { readonly is: 'RETURN'; readonly receipt?: string }
  | { readonly is: 'PRICE'; readonly article: Offered }
  | { readonly is: 'RECEIPT'; readonly receipt: Receipt }

export interface WindowsProps {
  readonly open: Open | undefined
  readonly sale: Sale
  readonly quote: Quote | undefined
  readonly spendable: Minor | undefined
  readonly queue: Queue
  readonly orders: Orders
  readonly onOpen: (open: Open | undefined) => void
  readonly onChange: (change: Change) => void
}

/** At most one window is open; what it did changes the sale and closes it. */
export function Windows({ open, sale, quote, spendable, queue, orders, onOpen, onChange }: WindowsProps) {
  const close = () => onOpen(undefined)
  const changed = (change: Change) => {
    onChange(change)
    close()
  }
  switch (open?.is) {
    case undefined:
      return null
    case 'MEMBER':
      return <Identify onClose={close} onFound={(member) => changed({ do: 'MEMBER', member })} />
    case 'PRICE':
      return (
        <AskPrice
          article={open.article}
          onClose={close}
          onPriced={(article) => changed({ do: 'ADD', article })}
        />
      )
    case 'SPEND':
      return (
        <Spend
          sale={sale}
          spendable={spendable}
          scanned={open.code}
          onClose={() => changed({ do: 'SPEND', spend: NO_SPEND })}
          onSpend={(spend) => changed({ do: 'SPEND', spend })}
        />
      )
    case 'PAY':
      return (
        <Pay
          sale={sale}
          quote={quote}
          queue={queue}
          onClose={close}
          onPayInFull={() => onChange({ do: 'SPEND', spend: NO_SPEND })}
          onClosed={(receipt) => {
            onChange({ do: 'CLEAR' })
            onOpen({ is: 'RECEIPT', receipt })
          }}
        />
      )
    case 'RECEIPT':
      return <ReceiptWindow receipt={open.receipt} onNext={close} />
    case 'RETURN':
      return (
        <Return
          receipt={open.receipt}
          sale={sale}
          onBasketBack={() => onChange({ do: 'CLEAR' })}
          onClose={close}
        />
      )
    case 'VOID':
      return <Void onClose={close} onSome={(receipt) => onOpen({ is: 'RETURN', receipt })} />
    case 'QUEUE':
      return <QueueWindow queue={queue} onClose={close} />
    case 'ORDERS':
      return (
        <OrdersWindow orders={orders} onTicket={(order) => onOpen({ is: 'TICKET', order })} onClose={close} />
      )
    case 'TICKET':
      return <KitchenWindow order={open.order} onClose={() => onOpen({ is: 'ORDERS' })} />
    case 'SETTINGS':
      return <Settings onCalibrate={() => onOpen({ is: 'CALIBRATE' })} onClose={close} />
    case 'CALIBRATE':
      return <Calibrate onClose={() => onOpen({ is: 'SETTINGS' })} />
    case 'HELP':
      return <Help onClose={close} />
    case 'CLEAR':
      return (
        <ClearSale
          onClose={close}
          onClear={() => {
            changed({ do: 'CLEAR' })
            open.go?.()
          }}
        />
      )
  }
}
