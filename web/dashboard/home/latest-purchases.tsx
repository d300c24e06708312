import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Awarded } from '../purchases/moved.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useAddress } from '../use-address.ts'

const words = texts.home.latest

/** The last few purchases, as they arrive. */
export function LatestPurchases() {
  const { scope } = useAddress()
  const asked = { size: 8, ...(scope === undefined ? {} : { organisations: scope }) }
  const purchases = useRead(
    ['purchases', 'latest', asked],
    (client, options) => client.purchases.list(asked, options),
    { interval: SOON },
  )
  return (
    <Card title={words.title} aside={<Link to={viewOf('purchases')}>{words.all}</Link>}>
      <Answer to={purchases} waiting={<SkeletonLines lines={6} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Rows
              label={words.title}
              head={[
                texts.purchases.columns.receipt,
                texts.purchases.columns.total,
                texts.purchases.columns.awarded,
              ]}
              rows={content.map((purchase) => ({
                key: purchase.id,
                cells: [
                  <Link key="receipt" to={viewOf('purchases', { id: purchase.id })}>
                    {purchase.reference_number ?? purchase.code}
                  </Link>,
                  <Money
                    key="total"
                    amount={purchase.transaction_amounts.total}
                    currency={purchase.currency_code}
                  />,
                  <Awarded key="award" purchase={purchase} />,
                ],
              }))}
            />
          )
        }
      </Answer>
    </Card>
  )
}
