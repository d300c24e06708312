import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Id } from '../../kit/id.tsx'
import { Panel } from '../../kit/panel.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { type Purchase, useNames, usePurchase } from '../queries.ts'
import { texts } from '../texts.ts'
import { MoneyFlow } from './money-flow.tsx'
import styles from './purchase-panel.module.css'
import { Receipt } from './receipt.tsx'
import { STANDINGS, standingOf } from './standing.ts'
import { Why } from './why.tsx'

const words = texts.purchase

/** One purchase: its receipt, where the money went, and why. */
export function PurchasePanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const purchase = usePurchase(id)
  const title = purchase.data
    ? words.title(purchase.data.reference_number ?? purchase.data.code)
    : texts.kit.loading
  return (
    <Panel
      title={purchase.isError && !purchase.data ? words.notFound : title}
      closeLabel={texts.close}
      onClose={onClose}
    >
      <Answer key={id} to={purchase} waiting={<SkeletonLines lines={12} />}>
        {(shown) => <Shown purchase={shown} />}
      </Answer>
    </Panel>
  )
}

function Shown({ purchase }: { readonly purchase: Purchase }) {
  const { zoneOf } = useNames()
  const standing = standingOf(purchase)
  const zone = zoneOf(purchase.organisation.id)
  return (
    <>
      <div className={styles.facts}>
        <Badge {...STANDINGS[standing]}>{texts.purchases.states[standing]}</Badge>
        <Time at={purchase.date} zone={zone} />
        <Id value={purchase.id} of={words.id} />
        <Link to={viewOf('purchases', { id: purchase.id })}>{texts.purchaseActs.openPage}</Link>
      </div>
      <Receipt purchase={purchase} zone={zone} />
      <MoneyFlow purchase={purchase} />
      <Why purchase={purchase} />
    </>
  )
}
