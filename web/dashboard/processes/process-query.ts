import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Reply, SELDOM } from '../read.ts'

export type Process = Reply<'processes', 'get'>

const ASKED_EVERY = 2_000
const ASKED_EVERY_HIDDEN = 10_000

export function isUnderWay({ state }: Pick<Process, 'state'>): boolean {
  return state === 'PENDING' || state === 'IN_PROGRESS'
}

/** The caches that are told of processes as they go on. */
export const followed = new WeakSet<QueryClient>()

/** One long job: told by the stream while that stands, and else asked for. */
export function processQuery(
  cache: QueryClient,
  id: string,
  read: (options: { readonly signal: AbortSignal }) => Promise<Process>,
) {
  return queryOptions({
    queryKey: ['process', id],
    queryFn: ({ signal }) => read({ signal }),
    refetchInterval: ({ state: { data } }) => {
      if (data?.state === 'COMPLETED') return false
      // What failed or was cancelled may be resumed by somebody else.
      if (followed.has(cache) || (data && !isUnderWay(data))) return SELDOM
      return document.visibilityState === 'visible' ? ASKED_EVERY : ASKED_EVERY_HIDDEN
    },
    refetchIntervalInBackground: true,
  })
}
