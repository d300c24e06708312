import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSignedIn } from '../client.ts'
import { SELDOM, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import { isUnderWay, type Process, processQuery } from './process-query.ts'

export { isUnderWay, type Process }

/** Whether rows are only tried out. */
export function isTrial({ input }: Pick<Process, 'input'>): boolean {
  return input.simulate === true
}

/** What is done; of rows that are only tried out, that too. */
export function nameOf(process: Pick<Process, 'kind' | 'input'>): string {
  const name = wordFor(texts.syncs.kinds, process.kind)
  return isTrial(process) ? texts.syncs.trial(name) : name
}

/** One long job, live while it runs. */
export function useProcess(id: string | undefined) {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  return useQuery({
    ...processQuery(cache, id ?? '', (options) => client.processes.get(id ?? '', options)),
    enabled: id !== undefined,
  })
}

export function useProcesses(kind: string | undefined, page = 1, size = 20) {
  const asked = { page, size, ...(kind === undefined ? {} : { kind }) }
  return useRead(['processes', asked], (client, options) => client.processes.list(asked, options), {
    keeps: true,
    interval: SELDOM,
  })
}
