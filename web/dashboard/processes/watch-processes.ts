import { QueriesObserver, type QueryClient } from '@tanstack/react-query'
import { type Process, processQuery } from './process-query.ts'

export interface Watching {
  readonly read: (id: string) => Promise<Process>
  readonly onProgress: (processes: readonly Process[]) => void
  readonly signal: AbortSignal
}

/** Several long jobs until all are done. One that was cancelled or failed may still be resumed, so it is waited for. */
export async function watchProcesses(
  cache: QueryClient,
  ids: readonly string[],
  { read, onProgress, signal }: Watching,
): Promise<readonly Process[]> {
  if (ids.length === 0) return []
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<readonly Process[]>()
  const observer = new QueriesObserver(
    cache,
    ids.map((id) => processQuery(cache, id, () => read(id))),
  )
  const stop = observer.subscribe(() => {
    const processes = ids.flatMap((id) => cache.getQueryData<Process>(['process', id]) ?? [])
    if (processes.length < ids.length) return
    onProgress(processes)
    if (processes.every(({ state }) => state === 'COMPLETED')) resolve(processes)
  })
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return promise.finally(stop)
}
