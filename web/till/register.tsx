import { useEffect, useReducer, useRef, useState } from 'react'
import { useStanding } from './api/client.ts'
import { useDisplay } from './display/use-display.ts'
import { MemberCard } from './member/member-card.tsx'
import { useQueue } from './offline/use-queue.ts'
import { useOrders } from './orders/use-orders.ts'
import type { Receipt } from './pay/receipt.ts'
import styles from './register.module.css'
import { totalOf } from './sale/basket.ts'
import { changeSale } from './sale/change-sale.ts'
import { keepSale, keptSale } from './sale/kept-sale.ts'
import { minorOf } from './sale/minor.ts'
import { NEW_SALE } from './sale/sale.ts'
import { findArticle, type Offered, useCatalogue } from './sale/use-catalogue.ts'
import { useQuote, useSpendable } from './sale/use-quote.ts'
import { Camera } from './scan/camera/camera.tsx'
import { RefusalProvider } from './scan/refusal.ts'
import { useScanRoutes } from './scan/use-scan-routes.ts'
import { deliverScan } from './scan/use-scanner.ts'
import { Articles } from './screen/articles.tsx'
import { CallLog } from './screen/call-log.tsx'
import { Cart } from './screen/cart.tsx'
import { Header } from './screen/header.tsx'
import { KeyBar } from './screen/key-bar.tsx'
import { SaleHeard } from './screen/sale-heard.tsx'
import { Totals } from './screen/totals.tsx'
import { useFavicon } from './screen/use-favicon.ts'
import { type Action, useKeys } from './screen/use-keys.ts'
import { useTimes } from './screen/use-times.ts'
import { Script } from './script/script.tsx'
import { texts } from './texts.ts'
import { type Open, Windows } from './windows.tsx'

export interface RegisterProps {
  readonly onLeave: () => void
  readonly onSignOut: () => void
}

/** The till itself: one sale after another. */
export function Register({ onLeave, onSignOut }: RegisterProps) {
  const { client, venue, session } = useStanding()
  const [sale, change] = useReducer(changeSale, undefined, keptSale)
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<Open>()
  const [last, setLast] = useState<Receipt>()
  const [notice, setNotice] = useState('')
  const [refused, setRefused] = useState({ by: open, text: '' })
  const field = useRef<HTMLInputElement>(null)
  const catalogue = useCatalogue(sought)
  const quote = useQuote(sale)
  const queue = useQueue()
  const orders = useOrders()
  const [drawer, setDrawer] = useState<'LOG' | 'SCRIPT' | 'CAMERA'>()
  const spendable = useSpendable(sale)
  const told = sale.basket.length > 0 ? quote.data : undefined
  const due = told ? minorOf(told.amount_due, venue.digits) : totalOf(sale.basket)

  const refuse = (text: string) => setRefused({ by: open, text })
  const show = (next: Open | undefined) => {
    if (next?.is === 'RECEIPT') setLast(next.receipt)
    setOpen(next)
  }
  const pick = (article: Offered) => {
    setNotice('')
    if (article.price === undefined) return setOpen({ is: 'PRICE', article })
    change({ do: 'ADD', article: { ...article, price: article.price } })
  }
  const mean = async (text: string) => {
    if (text === '') return
    const [only, second] = catalogue.articles
    const exact = await findArticle(client, venue, { sku: text, known: catalogue.articles }).catch(
      () => undefined,
    )
    const article = exact ?? (second === undefined ? only : undefined)
    if (!article) return setNotice(texts.unknownScan(text))
    setSought('')
    pick(article)
  }
  const act = (action: Action) => {
    if (action === 'SEARCH') field.current?.select()
    if (action === 'ORDERS' || action === 'HELP') setOpen({ is: action })
    if (action === 'LOG' || action === 'SCRIPT' || action === 'CAMERA') {
      setDrawer(drawer === action ? undefined : action)
    }
    if (action === 'SETTINGS') setOpen({ is: action })
    // The receipt of the sale before, once more.
    if (action === 'PRINT' && last) setOpen({ is: 'RECEIPT', receipt: last })
    if (action === 'MEMBER' || action === 'RETURN' || action === 'VOID') setOpen({ is: action })
    if ((action === 'PAY' || action === 'SPEND') && sale.basket.length > 0) setOpen({ is: action })
    if (action === 'CLEAR') {
      if (drawer) setDrawer(undefined)
      else if (sought !== '') setSought('')
      else if (sale !== NEW_SALE) setOpen({ is: 'CLEAR' })
    }
  }
  /** What leaves this sale behind asks before it. */
  const leave = (go: () => void) => (sale === NEW_SALE ? go() : setOpen({ is: 'CLEAR', go }))
  useEffect(() => keepSale(sale), [sale])
  useFavicon(session.mode === 'TEST')
  // Before the keys, which are not to take what is part of a scan.
  useScanRoutes({
    known: catalogue.articles,
    onArticle: pick,
    onMember: (member) => change({ do: 'MEMBER', member }),
    onReceipt: (receipt) => setOpen({ is: 'RETURN', receipt }),
    onCode: (code) => {
      if (sale.basket.length > 0) setOpen({ is: 'SPEND', code })
      else setNotice(texts.spend.tooEarly)
    },
    onUnknown: setNotice,
    onRefused: refuse,
  })
  useKeys(act)
  useTimes((typing) => {
    setNotice(typing.is === 'TYPED' ? texts.basket.times(typing.digits) : '')
    if (typing.is === 'DONE' && sale.selected !== undefined)
      change({ do: 'QUANTITY', key: sale.selected, quantity: typing.quantity })
  })
  useDisplay(
    {
      sale,
      quote: told,
      receipt: open?.is === 'RECEIPT' ? open.receipt : undefined,
      asksCode: open?.is === 'SPEND',
    },
    deliverScan,
  )

  return (
    <div className={`till-screen ${styles.screen}`} data-training={open?.is === 'HELP' || undefined}>
      <title>{texts.title(venue.name, session.mode === 'TEST')}</title>
      <Header
        sought={sought}
        onSeek={setSought}
        onMeant={mean}
        field={field}
        queue={queue}
        onQueue={() => setOpen({ is: 'QUEUE' })}
        onLog={() => act('LOG')}
        onHelp={() => act('HELP')}
        onScript={() => act('SCRIPT')}
        onCamera={() => act('CAMERA')}
        onSettings={() => act('SETTINGS')}
        onLeave={() => leave(onLeave)}
        onSignOut={() => leave(onSignOut)}
      />
      <main className={styles.body}>
        <section className={styles.sale} aria-label={texts.basket.title} tabIndex={-1} data-home="">
          <SaleHeard sale={sale} quote={quote} spendable={spendable} />
          <MemberCard
            member={sale.member}
            spendable={spendable}
            onIdentify={() => setOpen({ is: 'MEMBER' })}
            onUnlink={() => change({ do: 'MEMBER', member: undefined })}
          />
          <Cart sale={sale} onChange={change} />
          <p role="status" className={styles.notice}>
            {notice}
          </p>
          <Totals sale={sale} quote={quote} />
        </section>
        <Articles catalogue={catalogue} onPick={pick} />
        {drawer === 'LOG' && <CallLog onClose={() => setDrawer(undefined)} />}
        {drawer === 'CAMERA' && <Camera onClose={() => setDrawer(undefined)} />}
        {drawer === 'SCRIPT' && <Script member={sale.member} onClose={() => setDrawer(undefined)} />}
      </main>
      <KeyBar due={due} isEmpty={sale.basket.length === 0} orders={orders.orders} onAct={act} />
      <RefusalProvider value={{ text: refused.by === open ? refused.text : '', refuse }}>
        <Windows
          open={open}
          sale={sale}
          quote={told}
          spendable={spendable}
          queue={queue}
          orders={orders}
          onOpen={show}
          onChange={change}
        />
      </RefusalProvider>
    </div>
  )
}
