import { operationsAfter } from '../audit/index.ts'
import type { Work } from '../db/index.ts'
import type { Route } from '../http/index.ts'
import { stampOfProcesses } from '../processes/index.ts'
import { newestRequest } from '../request-log/index.ts'
import { type ReadChanges, stampOfTries } from '../webhooks/index.ts'

/**
 * Tells what changed without an event by the tags under which the API declares it: what was done, long jobs, logged
 * requests, calls to webhook endpoints.
 */
export function changesReader(routes: readonly Route[]): ReadChanges {
  const tagOf = new Map(routes.map(({ endpoint }) => [endpoint.name, endpoint.tag]))
  return async (work, before) => {
    const { last, operations } = await operationsAfter(work, before && BigInt(before.acts ?? 0))
    const stand = { acts: String(last), ...(await stampsOf(work)) }
    if (!before) return { stand, parts: [] }
    const parts = new Set(operations.flatMap((name) => tagOf.get(name) ?? []))
    if (operations.length > 0) parts.add('Audit log')
    if (stand.processes !== before.processes) parts.add('Processes')
    if (stand.requests !== before.requests) parts.add('Request log')
    if (stand.tries !== before.tries) parts.add('Webhooks')
    return { stand, parts: [...parts] }
  }
}

async function stampsOf(work: Work) {
  return {
    processes: await stampOfProcesses(work),
    requests: (await newestRequest(work)) ?? '',
    tries: await stampOfTries(work),
  }
}
