import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { Link } from '../link.tsx'
import { More } from '../more.tsx'
import { allPurchases, type PurchaseRow, useMovements, usePurchases } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { saveCsv } from './csv.ts'
import { byMonth } from './months.ts'
import { MovementRow } from './movement-row.tsx'
import { whenMoved } from './movement-text.ts'
import { PurchaseView } from './purchase.tsx'

/** Purchases, or what moved the money: all of it, or of one kind in the words of the API. */
const KINDS = {
  purchases: undefined,
  movements: undefined,
  earned: 'AWARD',
  spent: 'SPEND',
  paidOut: 'PAYOUT',
  expired: 'WALLET_BALANCE_EXPIRATION',
} as const
type Kind = keyof typeof KINDS

/** What was bought and what moved, month by month. */
export function Activity({ of }: { readonly of: string | undefined }) {
  const texts = useTexts()
  const [kind, setKind] = useState<Kind>('purchases')
  if (of !== undefined) return <PurchaseView key={of} id={of} />
  return (
    <>
      <h1 className={view.title}>{texts.activity.title}</h1>
      <fieldset className={view.chips} aria-label={texts.activity.title}>
        {(Object.keys(KINDS) as Kind[]).map((name) => (
          <label key={name}>
            <input type="radio" name="kind" checked={kind === name} onChange={() => setKind(name)} />
            {texts.activity.kinds[name]}
          </label>
        ))}
      </fieldset>
      {kind === 'purchases' ? <Purchases /> : <Movements key={kind} kind={kind} />}
    </>
  )
}

function Purchases() {
  const texts = useTexts()
  const purchases = usePurchases()
  return (
    <Answer to={purchases} waiting={<SkeletonLines lines={8} />}>
      {({ pages }) => {
        const all = pages.flatMap(({ content }) => content)
        if (all.length === 0) return <Nothing of="purchases" />
        return (
          <>
            <Months of={byMonth(all, ({ date }) => date, texts.locale)}>
              {(purchase) => <Row purchase={purchase} />}
            </Months>
            <More of={purchases} />
            <Download />
          </>
        )
      }}
    </Answer>
  )
}

/** All purchases there ever were, not only those that are shown. */
function Download() {
  const texts = useTexts()
  const signedIn = useSignedIn()
  const download = useMutation({
    mutationFn: () => allPurchases(signedIn),
    onSuccess: saveCsv,
  })
  return (
    <>
      <Key onClick={() => download.mutate()} disabled={download.isPending}>
        {download.isPending ? texts.kit.loading : texts.activity.download}
      </Key>
      {download.error && <Problem of={download.error} />}
    </>
  )
}

interface MonthsProps<Item> {
  readonly of: readonly { readonly month: string; readonly items: readonly Item[] }[]
  readonly children: (item: Item) => ReactNode
}

function Months<Item extends { readonly id: string }>({ of, children }: MonthsProps<Item>) {
  return of.map(({ month, items }) => (
    <section key={month} className={view.section} aria-label={month}>
      <h2 className={view.subtitle}>{month}</h2>
      <ul className={view.list}>
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
    </section>
  ))
}

function Row({ purchase }: { readonly purchase: PurchaseRow }) {
  const texts = useTexts()
  const { id, organisation, transaction_amounts, currency_code, date, rewards, state } = purchase
  const states: Readonly<Record<string, string>> = texts.activity.states
  return (
    <Link to={{ view: 'activity', of: id }} className={view.row}>
      <span className={view.name}>{organisation.name}</span>
      <Money amount={transaction_amounts.total} currency={currency_code} />
      <span className={view.small}>
        {dateText(date, texts.locale)}
        {state !== 'POSTED' && ` · ${states[state] ?? ''}`}
      </span>
      <span className={`${view.small} ${view.end}`}>
        {rewards.spend > 0 && (
          <span>
            {texts.activity.spent}{' '}
            <Money amount={-rewards.spend} currency={currency_code} tone="spend" signed />
          </span>
        )}
        {rewards.spend > 0 && rewards.award > 0 && ' · '}
        {rewards.award > 0 && (
          <span>
            {texts.activity.earned}{' '}
            <Money amount={rewards.award} currency={currency_code} tone="award" signed />
          </span>
        )}
      </span>
    </Link>
  )
}

function Movements({ kind }: { readonly kind: Kind }) {
  const texts = useTexts()
  const movements = useMovements(KINDS[kind])
  return (
    <Answer to={movements} waiting={<SkeletonLines lines={8} />}>
      {({ pages }) => {
        const all = pages.flatMap(({ content }) => content)
        if (all.length === 0) return <Nothing of={kind} />
        return (
          <>
            <Months of={byMonth(all, whenMoved, texts.locale)}>
              {(movement) => <MovementRow movement={movement} />}
            </Months>
            <More of={movements} />
          </>
        )
      }}
    </Answer>
  )
}

/** What would stand there, and how it comes there. */
function Nothing({ of }: { readonly of: Kind }) {
  const { none } = useTexts().activity
  return (
    <EmptyState icon="receipt" title={none.title}>
      {none.texts[of]}
    </EmptyState>
  )
}
