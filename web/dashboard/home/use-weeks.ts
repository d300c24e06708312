import { useQueries } from '@tanstack/react-query'
import { useSignedIn } from '../client.ts'
import { NEVER, SELDOM, useRead } from '../read.ts'
import { type Owed, owedIn } from './held.ts'

const HOUR = 60 * 60
const WEEK = 7 * 24 * 60 * 60
const WEEKS = 12
const MOST_POOLS = 1_000
const LONG = 60_000

export interface Week extends Owed {
  readonly at: number
}

export interface Weeks {
  /** None until all are there: a part of them would be another curve. */
  readonly weeks: readonly Week[]
  readonly isWaiting: boolean
}

/** What customers hold now, as the books have it, on the clock of the business. */
export function useOwedNow() {
  return useRead(
    ['report', 'now'],
    (client, options) =>
      client.reports.getLiability({ by: 'pool', size: MOST_POOLS }, { ...options, timeout: LONG }),
    { interval: SELDOM },
  )
}

/** What customers held at the same moment a week ago, to the hour: it is asked once an hour. */
export function useOwedBefore() {
  const now = useOwedNow().data
  const at = now === undefined ? undefined : now.at - WEEK - (now.at % HOUR)
  return useRead(
    ['report-of', at],
    (client, options) =>
      client.reports.getLiability(
        { at: at ?? 0, by: 'pool', size: MOST_POOLS },
        { ...options, timeout: LONG },
      ),
    { interval: NEVER, isEnabled: at !== undefined },
  )
}

/** What customers held at the end of each of the last twelve weeks, and hold now. What is past does not change, so it is asked once. */
export function useWeeks(): Weeks {
  const { client } = useSignedIn()
  const now = useOwedNow().data
  const lastWeek = now === undefined ? undefined : now.at - (now.at % WEEK)
  const instants = Array.from({ length: lastWeek === undefined ? 0 : WEEKS }, (_, index) => {
    return (lastWeek ?? 0) - (WEEKS - 1 - index) * WEEK
  })
  return useQueries({
    queries: instants.map((at) => ({
      queryKey: ['report-of', at],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const asked = { at, by: 'pool', size: MOST_POOLS }
        return weekOf(at, await client.reports.getLiability(asked, { signal, timeout: LONG }))
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (answers) => {
      const isWaiting = now === undefined || answers.some(({ isPending }) => isPending)
      if (isWaiting) return { isWaiting, weeks: [] }
      return { isWaiting, weeks: [...answers.flatMap(({ data }) => data ?? []), ...weekOf(now.at, now)] }
    },
  })
}

/** A business keeps its books in one currency. */
function weekOf(at: number, report: Parameters<typeof owedIn>[0]): readonly Week[] {
  return owedIn(report)
    .slice(0, 1)
    .map((owed) => ({ at, ...owed }))
}
