import { lazy, Suspense, useState } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { TwoTone } from '../../kit/two-tone.tsx'
import { MovementRow } from '../activity/movement-row.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { Link } from '../link.tsx'
import { useDevice } from '../offline.ts'
import { dayTimeText } from '../orders/day-time.ts'
import { go } from '../place.ts'
import { useLately, useWallet, type Wallet as WalletReply } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { Lots } from './lots.tsx'
import { nextExpiry } from './next-expiry.ts'
import { Pools } from './pools.tsx'
import styles from './wallet.module.css'

const SpendSheet = lazy(async () => ({ default: (await import('../code/spend-sheet.tsx')).SpendSheet }))
const ShowSheet = lazy(async () => ({ default: (await import('../code/show-sheet.tsx')).ShowSheet }))

/** What there is, what can be done with it, and where it came from. */
export function Wallet() {
  const texts = useTexts()
  const { session } = useSignedIn()
  const wallet = useWallet()
  const [sheet, setSheet] = useState<'spend' | 'show'>()
  const { isOnline } = useDevice()
  const isOld = !isOnline || wallet.isError
  return (
    <>
      <header className={view.head}>
        <h1 className={view.title}>{texts.wallet.hello(session.firstName)}</h1>
        <Link to={{ view: 'me' }} className={styles.me}>
          {texts.views.me}
        </Link>
      </header>
      {isOld && wallet.data && (
        <p role="status" className={view.notice} data-tone="warning">
          {texts.offline(dayTimeText(wallet.dataUpdatedAt / 1_000, Date.now() / 1_000, texts.locale))}
        </p>
      )}
      <Answer to={wallet} waiting={<SkeletonLines lines={5} />}>
        {(data) => (
          <div className={view.two}>
            <div className={view.section}>
              <Balance wallet={data} />
              <Key kind="primary" icon="spend" onClick={() => setSheet('spend')} disabled={!isOnline}>
                {texts.wallet.spend}
              </Key>
              {!isOnline && <p className={view.small}>{texts.code.needsLine}</p>}
              <div className={view.actions}>
                <Key icon="person" onClick={() => setSheet('show')}>
                  {texts.wallet.show}
                </Key>
                <Key icon="scan" onClick={() => go({ view: 'scan' })}>
                  {texts.wallet.scan}
                </Key>
              </div>
            </div>
            <Lately />
            <Lots lots={data.lots ?? []} currency={currencyOf(data)} />
            <Pools />
            <Suspense>
              {sheet === 'spend' && <SpendSheet wallet={data} onClose={() => setSheet(undefined)} />}
              {sheet === 'show' && <ShowSheet wallet={data} onClose={() => setSheet(undefined)} />}
            </Suspense>
          </div>
        )}
      </Answer>
    </>
  )
}

function Balance({ wallet }: { readonly wallet: WalletReply }) {
  const texts = useTexts()
  const currency = currencyOf(wallet)
  const next = nextExpiry(wallet.lots ?? [], (at) => dateText(at, texts.locale))
  const money = (amount: number) =>
    `${amountText(amount, { currency, locale: texts.locale }).figures} ${currency}`
  return (
    <section className={view.card} aria-label={texts.wallet.balance}>
      <p className={view.small}>{texts.wallet.balance}</p>
      <p className={styles.balance}>
        <Money amount={wallet.total_balance} currency={currency} />
      </p>
      <TwoTone
        commerce={wallet.total_commerce}
        open={wallet.total_open}
        currency={currency}
        names={{ commerce: texts.wallet.rewards, open: texts.wallet.cash }}
      />
      {next && <p className={view.small}>{texts.wallet.expiring(money(next.amount), next.day)}</p>}
      {wallet.blocked > 0 && <p className={view.small}>{texts.wallet.blocked(money(wallet.blocked))}</p>}
      {wallet.debt > 0 && <p className={view.small}>{texts.wallet.owed(money(wallet.debt))}</p>}
    </section>
  )
}

function currencyOf({ balances: [first] }: WalletReply): string {
  return first?.currency_code ?? ''
}

function Lately() {
  const texts = useTexts()
  const lately = useLately()
  return (
    <section className={view.section} aria-labelledby="lately">
      <div className={view.head}>
        <h2 id="lately" className={view.subtitle}>
          {texts.wallet.recent}
        </h2>
        <Link to={{ view: 'activity' }}>{texts.wallet.all}</Link>
      </div>
      <Answer to={lately} waiting={<SkeletonLines lines={3} />}>
        {({ content }) =>
          content.length === 0 ? (
            <EmptyState icon="wallet" title={texts.wallet.nothing.title}>
              {texts.wallet.nothing.text}
            </EmptyState>
          ) : (
            <ul className={view.list}>
              {content.map((movement) => (
                <li key={movement.id}>
                  <MovementRow movement={movement} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
