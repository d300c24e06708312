import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../client.ts'
import { LIVE, type Reply, SELDOM, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'

export type Process = Reply<'processes', 'get'>

/** Whether rows are only tried out. */
export function isTrial({ input }: Pick<Process, 'input'>): boolean {
  return input.simulate === true
}

/** What is done; of rows that are only tried out, that too. */
export function nameOf(process: Pick<Process, 'kind' | 'input'>): string {
  const name = wordFor(texts.syncs.kinds, process.kind)
  return isTrial(process) ? texts.syncs.trial(name) : name
}

export function isUnderWay({ state }: Pick<Process, 'state'>): boolean {
  return state === 'PENDING' || state === 'IN_PROGRESS'
}

/** One long job, every second while it runs. */
export function useProcess(id: string | undefined) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['process', id],
    queryFn: ({ signal }) => client.processes.get(id ?? '', { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data && !isUnderWay(data) ? false : LIVE),
  })
}

export function useProcesses(kind: string | undefined, page = 1, size = 20) {
  const asked = { page, size, ...(kind === undefined ? {} : { kind }) }
  return useRead(['processes', asked], (client, options) => client.processes.list(asked, options), {
    keeps: true,
    interval: SELDOM,
  })
}
