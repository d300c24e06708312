import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { texts } from '../texts.ts'
import { useSales } from './use-sales.ts'

const words = texts.home.claims
const SMALL = 160

/** How many purchases named nobody at the till, and how many of those somebody claimed by the receipt. */
export function Claims() {
  const sales = useSales()
  return (
    <Card title={words.title}>
      <Answer to={sales} waiting={<SkeletonLines lines={4} />}>
        {({ purchases, receipts: { unnamed, claimed, held } }) => {
          if (purchases === 0) return <p>{words.none}</p>
          if (unnamed + held === 0) return <p>{words.allNamed}</p>
          return (
            <Chart
              title={words.title}
              summary={words.summary(claimed, unnamed)}
              kind="bars"
              isCount
              height={SMALL}
              labels={[words.unnamed, words.claimed, words.held]}
              labelsName={words.step}
              series={[{ name: words.number, values: [unnamed, claimed, held] }]}
              show={texts.home.sales.count}
            />
          )
        }}
      </Answer>
    </Card>
  )
}
