import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { useLots } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** Each credit with something left: from what, since when, until when. */
export function Lots() {
  const texts = useTexts()
  const { data } = useLots()
  if (data === undefined || data.length === 0) return null
  return (
    <section className={view.section} aria-labelledby="lots">
      <h2 id="lots" className={view.subtitle}>
        {texts.wallet.lots}
      </h2>
      <p className={view.small}>{texts.wallet.lotsLead}</p>
      <ul className={view.list}>
        {data.map((lot) => (
          <li key={lot.id} className={view.row}>
            <span className={view.name}>{lot.description}</span>
            <Money amount={lot.unallocated_amount ?? 0} currency={lot.currency} tone="award" />
            <span className={view.small}>
              {texts.wallet.from} {dateText(lot.posted_on, texts.locale)} ·{' '}
              {lot.expiration_date === null
                ? texts.wallet.forever
                : `${texts.wallet.until} ${dateText(lot.expiration_date, texts.locale)}`}
            </span>
            {lot.unallocated_amount !== lot.amount && (
              <span className={`${view.small} ${view.end}`}>
                {texts.wallet.left} <Money amount={lot.amount} currency={lot.currency} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
