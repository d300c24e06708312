import { type Endpoint, slugOf } from '../../src/http/index.ts'
import { refusalsOf } from '../../src/http/openapi.ts'
import type { RefusalMaker } from '../../src/kit/error.ts'
import { endpoints } from '../access/stand-in.ts'

/** A refusal that an endpoint may answer, as it or the edge declares. */
export interface Pair {
  readonly endpoint: Endpoint
  readonly refusal: RefusalMaker
  /** Such as `getContact NotFound`. */
  readonly name: string
}

export function pairName({ name }: Endpoint, { kind }: RefusalMaker): string {
  return `${name} ${kind.name}`
}

export const PAIRS: readonly Pair[] = endpoints.flatMap((endpoint) =>
  refusalsOf(endpoint).map((refusal) => ({ endpoint, refusal, name: pairName(endpoint, refusal) })),
)

const bySlug = new Map(PAIRS.map(({ refusal }) => [slugOf(refusal.kind), refusal]))

/** Which of all kinds it is that leads to this page; undefined: one that no endpoint declares. */
export function refusalAt(page: string): RefusalMaker | undefined {
  return bySlug.get(page.replace('/docs/errors#', ''))
}
