import { useReducer, useRef, useState } from 'react'
import { useStanding } from './api/client.ts'
import { Identify } from './member/identify.tsx'
import { MemberCard } from './member/member-card.tsx'
import { Pay } from './pay/pay.tsx'
import type { Receipt } from './pay/receipt.ts'
import { ReceiptWindow } from './pay/receipt-window.tsx'
import styles from './register.module.css'
import { AskPrice } from './sale/ask-price.tsx'
import { totalOf } from './sale/basket.ts'
import { changeSale } from './sale/change-sale.ts'
import { minorOf } from './sale/minor.ts'
import { NEW_SALE, NO_SPEND } from './sale/sale.ts'
import { findArticle, type Offered, useCatalogue } from './sale/use-catalogue.ts'
import { useQuote, useSpendable } from './sale/use-quote.ts'
import { Articles } from './screen/articles.tsx'
import { Cart } from './screen/cart.tsx'
import { ClearSale } from './screen/clear-sale.tsx'
import { Header } from './screen/header.tsx'
import { KeyBar } from './screen/key-bar.tsx'
import { Totals } from './screen/totals.tsx'
import { type Action, useKeys } from './screen/use-keys.ts'
import { texts } from './texts.ts'

/** The window in front of the sale. */
type Open =
  | { readonly is: 'MEMBER' | 'PAY' | 'CLEAR' }
  | { readonly is: 'PRICE'; readonly article: Offered }
  | { readonly is: 'RECEIPT'; readonly receipt: Receipt }

export interface RegisterProps {
  readonly onLeave: () => void
  readonly onSignOut: () => void
}

/** The till itself: one sale after another. */
export function Register({ onLeave, onSignOut }: RegisterProps) {
  const { client, venue, session } = useStanding()
  const [sale, change] = useReducer(changeSale, NEW_SALE)
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<Open>()
  const [notice, setNotice] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const catalogue = useCatalogue(sought)
  const quote = useQuote(sale)
  const spendable = useSpendable(sale)
  const told = sale.basket.length > 0 ? quote.data : undefined
  const due = told ? minorOf(told.amount_due, venue.digits) : totalOf(sale.basket)
  const close = () => setOpen(undefined)

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
    if (action === 'MEMBER') setOpen({ is: 'MEMBER' })
    if (action === 'PAY' && sale.basket.length > 0) setOpen({ is: 'PAY' })
    if (action === 'CLEAR') {
      if (sought !== '') setSought('')
      else if (sale !== NEW_SALE) setOpen({ is: 'CLEAR' })
    }
  }
  useKeys(act)

  return (
    <div className={`till-screen ${styles.screen}`}>
      <title>{texts.title(venue.name, session.mode === 'TEST')}</title>
      <Header
        sought={sought}
        onSeek={setSought}
        onMeant={mean}
        field={field}
        onLog={() => act('LOG')}
        onHelp={() => act('HELP')}
        onLeave={onLeave}
        onSignOut={onSignOut}
      />
      <main className={styles.body}>
        <section className={styles.sale} aria-label={texts.basket.title}>
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
      </main>
      <KeyBar due={due} isEmpty={sale.basket.length === 0} canSpend={false} onAct={act} />
      {open?.is === 'MEMBER' && (
        <Identify
          onClose={close}
          onFound={(member) => {
            change({ do: 'MEMBER', member })
            close()
          }}
        />
      )}
      {open?.is === 'PRICE' && (
        <AskPrice
          article={open.article}
          onClose={close}
          onPriced={(article) => {
            change({ do: 'ADD', article })
            close()
          }}
        />
      )}
      {open?.is === 'PAY' && (
        <Pay
          sale={sale}
          quote={told}
          onClose={close}
          onPayInFull={() => change({ do: 'SPEND', spend: NO_SPEND })}
          onClosed={(receipt) => {
            change({ do: 'CLEAR' })
            setOpen({ is: 'RECEIPT', receipt })
          }}
        />
      )}
      {open?.is === 'RECEIPT' && <ReceiptWindow receipt={open.receipt} onNext={close} />}
      {open?.is === 'CLEAR' && (
        <ClearSale
          onClose={close}
          onClear={() => {
            change({ do: 'CLEAR' })
            close()
          }}
        />
      )}
    </div>
  )
}
