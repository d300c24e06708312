import { type Endpoint, replies } from '../../http/index.ts'
import type { RefusalKind } from '../../kit/error.ts'
import * as common from '../../kit/error.ts'

/**
 * Every kind of refusal that the API can answer, by status and name: those that any endpoint may give, and
 * those that one declares.
 */
export function catalogueOf(endpoints: readonly Endpoint[]): readonly RefusalKind[] {
  const everywhere = [...Object.values(replies), ...Object.values(common)].flatMap(kindIn)
  const declared = endpoints.flatMap(({ errors }) => errors.map(({ kind }) => kind))
  const byName = new Map([...everywhere, ...declared].map((kind) => [kind.name, kind]))
  return [...byName.values()].sort((a, b) => a.status - b.status || a.name.localeCompare(b.name, 'en'))
}

function kindIn(exported: unknown): RefusalKind[] {
  return isMaker(exported) ? [exported.kind] : []
}

function isMaker(exported: unknown): exported is common.RefusalMaker {
  return typeof exported === 'function' && 'kind' in exported
}
