import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'

const words = texts.home.latest

/** The last few purchases, as they arrive. */
export function LatestPurchases() {
  const purchases = useRead(
    ['purchases', 'latest'],
    (client, options) => client.purchases.list({ size: 8 }, options),
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
              rows={content.map(
                ({ id, reference_number, code, transaction_amounts, rewards, currency_code }) => ({
                  key: id,
                  cells: [
                    <Link key="receipt" to={viewOf('purchases', { id })}>
                      {reference_number ?? code}
                    </Link>,
                    <Money key="total" amount={transaction_amounts.total} currency={currency_code} />,
                    <Money key="award" amount={rewards.award} currency={currency_code} tone="award" signed />,
                  ],
                }),
              )}
            />
          )
        }
      </Answer>
    </Card>
  )
}
