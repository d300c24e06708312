import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useSignedIn } from '../client.ts'
import { followStream } from '../follow-stream.ts'
import type { Reply } from '../read.ts'
import { followed, isUnderWay, type Process } from './process-query.ts'

type Page = Reply<'processes', 'list'>
type Listed = Page['content'][number]

/**
 * Follows long jobs while there are any on the page and somebody can see it: browsers keep few connections to one server, so none is
 * held for nothing. Whoever looks meanwhile is not asking.
 */
export function useProgress(): void {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  const isSeen = useSyncExternalStore(onVisibility, isVisible)
  const isWanted = useAnyUnderWay(cache) && isSeen
  useEffect(() => {
    if (!isWanted) return
    const gone = new AbortController()
    const told = new Set<string>()
    const lose = () => {
      if (followed.delete(cache)) askAgain(cache)
    }
    void followStream({
      stream: (options) => client.processes.stream(options),
      signal: gone.signal,
      opened: () => {
        followed.add(cache)
        // What ended before the stream began is told by nobody.
        askAgain(cache)
      },
      heard: (process) => take(cache, process, told),
      lost: lose,
    })
    return () => {
      gone.abort()
      lose()
    }
  }, [isWanted, client, cache])
}

/** What a process is told to be takes the place of what was known of it; lists that have none of it are asked for once. */
function take(cache: QueryClient, now: Listed, told: Set<string>): void {
  cache.setQueryData<Process>(['process', now.id], (known) => known && { ...known, ...now })
  let isListed = false
  cache.setQueriesData<Page>({ queryKey: ['processes'] }, (page) => {
    if (!page) return page
    isListed ||= page.content.some(({ id }) => id === now.id)
    return { ...page, content: page.content.map((each) => (each.id === now.id ? now : each)) }
  })
  const isNews = !isListed && !told.has(now.id)
  told.add(now.id)
  if (isNews || !isUnderWay(now)) void cache.invalidateQueries({ queryKey: ['processes'] })
  if (!isUnderWay(now)) void cache.invalidateQueries({ queryKey: ['process', now.id] })
}

function askAgain(cache: QueryClient): void {
  for (const queryKey of [['processes'], ['process']]) void cache.invalidateQueries({ queryKey })
}

/** Whether a job that waits or runs is anywhere on the page. */
function useAnyUnderWay(cache: QueryClient): boolean {
  const subscribe = useCallback((changed: () => void) => cache.getQueryCache().subscribe(changed), [cache])
  return useSyncExternalStore(subscribe, () => isAnyUnderWay(cache))
}

function isAnyUnderWay(cache: QueryClient): boolean {
  const seen = { type: 'active' } as const
  const jobs = cache.getQueriesData<Process>({ ...seen, queryKey: ['process'] })
  if (jobs.some(([, job]) => job && isUnderWay(job))) return true
  const pages = cache.getQueriesData<Page>({ ...seen, queryKey: ['processes'] })
  return pages.some(([, page]) => page?.content.some(isUnderWay))
}

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

function isVisible(): boolean {
  return document.visibilityState === 'visible'
}
