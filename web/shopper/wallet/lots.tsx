import { dateText } from '../../kit/moment.ts'
import { Money } from '../../kit/money.tsx'
import { Link } from '../link.tsx'
import type { Lot } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** Each credit with something left: from which purchase, where, since when, until when. */
export function Lots({ lots, currency }: { readonly lots: readonly Lot[]; readonly currency: string }) {
  const texts = useTexts()
  const left = lots.filter(({ state, remaining }) => state !== 'EXPIRED' && remaining > 0)
  if (left.length === 0) return null
  return (
    <section className={view.section} aria-labelledby="lots">
      <h2 id="lots" className={view.subtitle}>
        {texts.wallet.lots}
      </h2>
      <p className={view.small}>{texts.wallet.lotsLead}</p>
      <ul className={view.list}>
        {left.map((lot) => (
          <li key={lot.id}>
            <OneLot lot={lot} currency={currency} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneLot({ lot, currency }: { readonly lot: Lot; readonly currency: string }) {
  const texts = useTexts()
  const { offer, performed_by: place, pool, purchase_id: purchase } = lot
  const inside = (
    <>
      <span className={view.name}>{offer?.name ?? texts.wallet.given}</span>
      <Money amount={lot.remaining} currency={currency} tone={pool ? 'award' : 'cash'} />
      <span className={view.small}>
        {place && `${place.name} · `}
        {texts.wallet.from} {dateText(lot.date ?? lot.available_on, texts.locale)}
      </span>
      <span className={`${view.small} ${view.end}`}>
        {lot.expires_on === null
          ? texts.wallet.forever
          : `${texts.wallet.until} ${dateText(lot.expires_on, texts.locale)}`}
      </span>
      {(lot.state !== 'SPENDABLE' || lot.remaining !== lot.amount) && (
        <span className={view.small}>
          {lot.state === 'NOT_YET_AVAILABLE' && texts.wallet.notYet(dateText(lot.available_on, texts.locale))}
          {lot.state === 'NOT_ACTIVATED' && texts.wallet.notActive}
          {lot.state === 'SPENDABLE' && (
            <>
              {texts.wallet.left} <Money amount={lot.amount} currency={currency} />
            </>
          )}
        </span>
      )}
    </>
  )
  if (purchase === null) return <div className={view.row}>{inside}</div>
  return (
    <Link to={{ view: 'activity', of: purchase }} className={view.row}>
      {inside}
    </Link>
  )
}
