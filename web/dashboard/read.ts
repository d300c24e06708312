import { type QueryKey, useQuery } from '@tanstack/react-query'
import { type CallOptions, PermissionError, type Tillback } from '@tillback/sdk'
import { useSignedIn } from './client.ts'
import { isTold } from './told.ts'
import { useTelling } from './use-live.ts'

const SECOND = 1_000
/** How often what is seen is asked for, in milliseconds, as far as it is not told. */
export const LIVE = SECOND
export const SOON = 5 * SECOND
export const SELDOM = 30 * SECOND
export const NAMES = 5 * 60 * SECOND
export const NEVER = Number.POSITIVE_INFINITY
const FAILING = 3 * SECOND
const HIDDEN = 10 * SECOND

/** What a method of the client answers. */
export type Reply<
  Group extends keyof Tillback,
  Method extends keyof Tillback[Group],
> = Tillback[Group][Method] extends (...args: never[]) => Promise<infer Answer> ? Answer : never

/**
 * The one rhythm of everything that is live: as often as asked while somebody can see it, seldom otherwise, and not as fast
 * while it fails. What a key may not see is not asked for again.
 */
export function every(interval: number) {
  return {
    refetchInterval: ({ state: { error } }: { readonly state: { readonly error: Error | null } }) => {
      if (error instanceof PermissionError || interval === NEVER) return false
      const least = document.visibilityState === 'visible' ? (error ? FAILING : 0) : HIDDEN
      return Math.max(interval, least)
    },
    refetchIntervalInBackground: true,
  }
}

/** The same under a key; seldom while all that becomes of it is told, in case that something was not. */
export function useEvery(key: QueryKey, interval: number) {
  const telling = useTelling()
  return every(isTold(key, telling) ? Math.max(interval, SELDOM) : interval)
}

export interface Reading {
  /** Milliseconds between two looks; seldom unless said. */
  readonly interval?: number
  readonly isEnabled?: boolean
  /** Shows what was there before the key changed, until the answer comes. */
  readonly keeps?: boolean
}

/** One reading of the API under a key of the cache. */
export function useRead<Data>(
  key: QueryKey,
  read: (client: Tillback, options: CallOptions) => Promise<Data>,
  { interval = SELDOM, isEnabled = true, keeps = false }: Reading = {},
) {
  const { client } = useSignedIn()
  const rhythm = useEvery(key, interval)
  return useQuery<Data>({
    queryKey: key,
    queryFn: ({ signal }) => read(client, { signal }),
    enabled: isEnabled,
    placeholderData: (before) => (keeps ? before : undefined),
    ...(interval >= NAMES ? { staleTime: interval } : rhythm),
  })
}
