import { Badge } from '../../kit/badge.tsx'
import { Id } from '../../kit/id.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Head } from '../list/head.tsx'
import { RecordPage } from '../list/record.tsx'
import { type Purchase, useNames, usePurchase } from '../queries.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { AsTold } from './as-told.tsx'
import { MoneyFlow } from './money-flow.tsx'
import { PurchaseActs } from './purchase-acts.tsx'
import facts from './purchase-panel.module.css'
import { Receipt } from './receipt.tsx'
import { STANDINGS, standingOf } from './standing.ts'
import { Why } from './why.tsx'

const words = texts.purchase

/** One purchase whole: its receipt, where the money went, why, and what can still be done with it. */
export function PurchasePage({ id }: { readonly id: string }) {
  const purchase = usePurchase(id)
  const above = { name: texts.purchases.title, to: viewOf('purchases') }
  return (
    <RecordPage of={purchase} view="purchases" lines={16}>
      {(shown) => (
        <>
          <Head title={words.title(shown.reference_number ?? shown.code)} above={above}>
            <PurchaseActs purchase={shown} />
          </Head>
          <Shown purchase={shown} />
        </>
      )}
    </RecordPage>
  )
}

function Shown({ purchase }: { readonly purchase: Purchase }) {
  const { zoneOf } = useNames()
  const standing = standingOf(purchase)
  const zone = zoneOf(purchase.organisation.id)
  return (
    <>
      <div className={facts.facts}>
        <Badge {...STANDINGS[standing]}>{texts.purchases.states[standing]}</Badge>
        <Time at={purchase.date} zone={zone} />
        <Id value={purchase.id} of={words.id} />
      </div>
      <div className={styles.halves}>
        <div>
          <Receipt purchase={purchase} zone={zone} />
          <Why purchase={purchase} />
        </div>
        <div>
          <MoneyFlow purchase={purchase} />
          <AsTold purchase={purchase} />
        </div>
      </div>
    </>
  )
}
