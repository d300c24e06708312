import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useSignedIn } from '../client.ts'
import type { Reply } from '../read.ts'

const WEEK = 7 * 24 * 60 * 60
const WEEKS = 12

export interface Week {
  readonly at: number
  readonly currency: string
  readonly liability: number
  readonly available: number
  readonly pending: number
  readonly blocked: number
}

interface Told {
  readonly at: number
  readonly totals: Reply<'reports', 'getLiability'>['totals']
}

export interface Weeks {
  /** None until all are there: a part of them would be another curve. */
  readonly weeks: readonly Week[]
  readonly isWaiting: boolean
}

/** What customers held at the end of each of the last twelve weeks. What is past does not change, so it is asked once. */
export function useWeeks(): Weeks {
  const { client } = useSignedIn()
  const [instants] = useState(() => {
    const now = Math.floor(Date.now() / 1_000)
    const lastWeek = now - (now % WEEK)
    return Array.from({ length: WEEKS }, (_, index) => lastWeek - (WEEKS - 1 - index) * WEEK)
  })
  return useQueries({
    queries: instants.map((at) => ({
      queryKey: ['report-of', at],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const { totals } = await client.reports.getLiability({ at, size: 1 }, { signal, timeout: 60_000 })
        return { at, totals }
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (answers) => {
      const isWaiting = answers.some(({ isPending }) => isPending)
      return { isWaiting, weeks: isWaiting ? [] : answers.flatMap(({ data }) => weekOf(data)) }
    },
  })
}

function weekOf(data: Told | undefined): readonly Week[] {
  const total = data?.totals[0]
  if (!data || !total) return []
  const { currency_code: currency, liability, available, pending, blocked } = total
  return [{ at: data.at, currency, liability, available, pending, blocked }]
}
