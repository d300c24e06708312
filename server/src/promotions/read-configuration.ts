import type { Work } from '../db/index.ts'
import type { AskWithin } from '../http/index.ts'
import { NotFound, Refusal } from '../kit/error.ts'
import { invariant } from '../kit/invariant.ts'
import { TRIGGERS } from '../test-helpers/index.ts'
import type { Configuration } from './compare.ts'
import { type Codes, type Document, documentOf, isShown, type Shown } from './document.ts'
import { KINDS, type Kind, type KindName } from './kinds.ts'
import { WITHIN } from './parts.ts'

const SIZE = 100

/**
 * The configuration of one mode as its own endpoints show it. The business itself has the code that it has in LIVE mode, so that it is
 * the same in both.
 */
export async function readConfiguration(
  ask: AskWithin,
  work: Work,
  business: string,
): Promise<Configuration> {
  const shown = new Map<KindName, readonly Shown[]>()
  for (const kind of KINDS) {
    const within = kind.part?.within
    const told = within
      ? await recordsWithin(ask, work, { kind, parents: shown.get(within) ?? [] })
      : await recordsOf(ask, work, kind)
    shown.set(kind.kind, told)
  }
  const codes = codesOf([...shown.values()].flat(), work, business)
  return new Map(
    KINDS.map((kind) => [
      kind.kind,
      documentsOf(kind, shown.get(kind.kind) ?? [], { codes, work, business }),
    ]),
  )
}

function codesOf(records: readonly Shown[], { actor }: Work, business: string): Codes {
  const named = records.flatMap(({ id, code }): [string, string][] =>
    typeof id === 'string' && typeof code === 'string' ? [[id, code]] : [],
  )
  return new Map([...named, [actor.business, business]])
}

interface Around {
  readonly codes: Codes
  readonly work: Work
  readonly business: string
}

function documentsOf(
  kind: Kind,
  records: readonly Shown[],
  { codes, work, business }: Around,
): readonly Document[] {
  return records.flatMap((record) => {
    // Made by TEST mode for itself.
    if (String(record.code).startsWith(TRIGGERS)) return []
    const isBusiness = record.id === work.actor.business
    return documentOf(kind, isBusiness ? { ...record, code: business } : record, codes) ?? []
  })
}

async function recordsOf(ask: AskWithin, work: Work, kind: Kind): Promise<readonly Shown[]> {
  const { read, isOne, queries = [{}] } = kind
  if (isOne) return theOne(ask, work, read)
  const records: Shown[] = []
  for (const query of queries) records.push(...(await everyPage(ask, work, { read, query })))
  return records
}

interface Within {
  readonly kind: Kind
  readonly parents: readonly Shown[]
}

/** Of each of the records that have them, the ones above before those below them. */
async function recordsWithin(
  ask: AskWithin,
  work: Work,
  { kind: { read, queries: [query = {}] = [] }, parents }: Within,
): Promise<readonly Shown[]> {
  const records: Shown[] = []
  for (const { id = '', code = '' } of parents) {
    const told = await everyPage(ask, work, { read, query, params: { id } })
    records.push(...aboveFirst(told).map((each) => ({ ...each, [WITHIN]: code })))
  }
  return records
}

function aboveFirst(records: readonly Shown[]): readonly Shown[] {
  const above = new Map(records.map(({ id, parent }) => [id, isShown(parent) ? parent.id : undefined]))
  const depth = ({ id }: Shown) => {
    let count = 0
    for (let at = above.get(id); at !== undefined; at = above.get(at)) count += 1
    return count
  }
  return records.toSorted((a, b) => depth(a) - depth(b))
}

interface Listing {
  readonly read: string
  readonly query: Readonly<Record<string, string>>
  readonly params?: unknown
}

async function everyPage(
  ask: AskWithin,
  work: Work,
  { read, query, params }: Listing,
): Promise<readonly Shown[]> {
  const records: Shown[] = []
  for (let page = 1; ; page++) {
    const paged = { ...query, page: String(page), size: String(SIZE) }
    const { content, paging } = shownOf(await ask.work(work, read, { params, query: paged }))
    invariant(Array.isArray(content) && isShown(paging), `${read} answers with a page`)
    records.push(...content.filter(isShown))
    if (paging.has_more !== true) return records
  }
}

/** A business that never had one has none. */
async function theOne(ask: AskWithin, work: Work, read: string): Promise<readonly Shown[]> {
  try {
    return [shownOf(await ask.work(work, read, {}))]
  } catch (error) {
    if (error instanceof Refusal && error.kind === NotFound.kind) return []
    throw error
  }
}

function shownOf(told: unknown): Shown {
  invariant(isShown(told), 'an answer is an object')
  return told
}
