import { useQueries } from '@tanstack/react-query'
import { Card } from '../../kit/card.tsx'
import { Chart } from '../../kit/chart/chart.tsx'
import { useSignedIn } from '../client.ts'
import { amountIn, texts } from '../texts.ts'
import type { Change, ReplayReport } from './replay-report.ts'

const words = texts.replay
const MOST = 6

/** Those who gain most and those who lose most, beside each other. */
export function WinnersChart({ report }: { readonly report: ReplayReport }) {
  const { mostGained, mostLost, currency } = report
  const shown = [...mostGained.slice(0, MOST), ...mostLost.slice(0, MOST).toReversed()]
  const names = useContactNames(shown)
  if (shown.length === 0) return null
  const show = (amount: number) => amountIn(amount, currency)
  return (
    <Card title={words.extremes}>
      <Chart
        title={words.extremes}
        summary={words.changeSummary(show(mostGained[0]?.change ?? 0), show(-(mostLost[0]?.change ?? 0)))}
        kind="bars"
        labels={names}
        labelsName={words.contact}
        series={[{ name: words.difference, values: shown.map(({ change }) => change) }]}
        show={show}
      />
    </Card>
  )
}

/** The names are read with those of the lists; until then, and where they may not be read, the end of the id stands for them. */
function useContactNames(changes: readonly Change[]): readonly string[] {
  const { client } = useSignedIn()
  const found = useQueries({
    queries: changes.map(({ contact }) => ({
      queryKey: ['contact', contact],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        client.contacts.get(contact, undefined, { signal }),
    })),
  })
  return changes.map(({ contact }, at) => found[at]?.data?.name ?? contact.slice(-8))
}
