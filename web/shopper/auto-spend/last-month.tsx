import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { amountText } from '../../kit/amount.ts'
import { Answer } from '../../kit/answer.tsx'
import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useSignedIn } from '../client.ts'
import { Link } from '../link.tsx'
import type { Rehearsal } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import type { Wish } from './wish.ts'

/** What the wish would have done with the purchases of the last thirty days. */
export function LastMonth({ wish, isReadable }: { readonly wish: Wish; readonly isReadable: boolean }) {
  const { me } = useTexts()
  const { client, session } = useSignedIn()
  const looked = useDeferredValue(wish)
  const rehearsal = useQuery({
    queryKey: ['rehearsal', looked],
    enabled: isReadable,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => client.selfService.rehearseOwnSpending(session.contact, looked, { signal }),
  })
  return (
    <section className={view.section} aria-labelledby="last-month">
      <h3 id="last-month" className={view.name}>
        {me.lastMonth}
      </h3>
      <Answer to={rehearsal} waiting={<SkeletonLines lines={2} />}>
        {(data) => <Told rehearsal={data} />}
      </Answer>
    </section>
  )
}

function Told({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const texts = useTexts()
  const { me, locale } = texts
  const { purchases, paid, amount, instead_of, saved_from_expiry, short, left, currency_code } = rehearsal
  const money = (value: number) =>
    `${amountText(value, { currency: currency_code, locale }).figures} ${currency_code}`
  const reasons = [...new Set(rehearsal.content.flatMap(({ because }) => because ?? []))]
    .map((because) => me.notPaid[because])
    .join(', ')
  if (purchases === 0) return <p className={view.small}>{me.lastMonthNothing}</p>
  return (
    <>
      <p role="status">
        {paid === 0 ? me.lastMonthNone(purchases, reasons) : me.lastMonthPaid(money(amount), paid, purchases)}
        {instead_of > 0 && ` ${me.lastMonthInstead(money(instead_of))}`}
        {saved_from_expiry > 0 && ` ${me.lastMonthSaved(money(saved_from_expiry))}`}
        {short > 0 && ` ${me.lastMonthShort(money(short))}`} {me.lastMonthLeft(money(left))}
      </p>
      <details>
        <summary className={view.fold}>{me.lastMonthEach}</summary>
        <ul className={view.list}>
          {rehearsal.content.map((each) => (
            <li key={each.id}>
              <Link to={{ view: 'activity', of: each.id }} className={view.row}>
                <span className={view.name}>{each.organisation.name}</span>
                <span className={view.end}>
                  {each.because === null ? (
                    <Money amount={-each.amount} currency={currency_code} signed tone="spend" />
                  ) : (
                    <Money amount={0} currency={currency_code} />
                  )}
                </span>
                <span className={view.small}>
                  {dateText(each.date, locale)} · {money(each.total)}
                </span>
                {each.because !== null && (
                  <span className={`${view.small} ${view.end}`}>{me.notPaid[each.because]}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </details>
      <p className={view.small}>{me.lastMonthRule}</p>
    </>
  )
}
