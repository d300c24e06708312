import { createHash } from 'node:crypto'
import { type Document, type Fields, isShown, type Json, textOf } from './document.ts'
import type { Kind, KindName } from './kinds.ts'

export interface FieldChange {
  readonly field: string
  readonly from: Json
  readonly to: Json
}

export interface Change {
  readonly kind: KindName
  readonly code: string
  /** Within what the code is told apart, where it is not alone. */
  readonly of?: string
  readonly name: string
  readonly change: 'ADDED' | 'CHANGED' | 'ONLY_IN_LIVE'
  readonly fields: readonly FieldChange[]
  /** All of it in words, where it is told so: in LIVE mode now, and as it would be. */
  readonly sentence?: { readonly from: string | null; readonly to: string }
}

/** Everything of one mode, by kind. */
export type Configuration = ReadonlyMap<KindName, readonly Document[]>

/** What the TEST configuration would change in LIVE mode, in the order in which it is written. */
export function changesOf(kinds: readonly Kind[], test: Configuration, live: Configuration): Change[] {
  return kinds.flatMap((kind) => {
    const [wanted, there] = [byName(test.get(kind.kind)), byName(live.get(kind.kind))]
    const made = [...wanted].flatMap(([name, each]) => changeOf(kind, each, there.get(name)) ?? [])
    const alone = [...there].flatMap(([name, each]) => (wanted.has(name) || kind.isOne ? [] : [each]))
    return [
      ...made,
      ...alone.map((each) => ({ ...namesOf(kind, each), change: 'ONLY_IN_LIVE' as const, fields: [] })),
    ]
  })
}

function byName(documents: readonly Document[] = []): ReadonlyMap<string, Document> {
  return new Map(documents.map((each) => [JSON.stringify([each.of, each.code]), each]))
}

function namesOf(
  { kind }: Kind,
  { code, of, name }: Document,
): Pick<Change, 'kind' | 'code' | 'of' | 'name'> {
  return { kind, code, ...(of !== undefined && { of }), name }
}

function changeOf(of: Kind, wanted: Document, there: Document | undefined): Change | undefined {
  const { kind, isOne } = of
  if (!there && kind === 'OFFER' && wanted.fields.state === 'ENDED') return undefined
  const before = there?.fields ?? {}
  const after = there ? towards(kind, wanted.fields, before) : wanted.fields
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => textOf(from) !== textOf(to) && (there || !isEmpty(to)))
  if (there && fields.length === 0) return undefined
  const sentence = wanted.sentence !== undefined && {
    sentence: { from: there?.sentence ?? null, to: wanted.sentence },
  }
  return { ...namesOf(of, wanted), change: there || isOne ? 'CHANGED' : 'ADDED', fields, ...sentence }
}

function isEmpty(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** What cannot be taken back stays as it is in LIVE mode: numbers of a place, and that an offer was started. */
function towards(kind: KindName, wanted: Fields, there: Fields): Fields {
  if (kind === 'ORGANISATION') return { ...wanted, taps: together(there.taps, wanted.taps) }
  if (kind === 'OFFER' && wanted.state === 'DRAFT') return { ...wanted, state: there.state ?? null }
  return wanted
}

function together(there: Json | undefined, wanted: Json | undefined): Json {
  const all = [there, wanted].flatMap((taps) => (Array.isArray(taps) ? taps.filter(isShown) : []))
  const byNumber = new Map(all.map((tap) => [String(tap.code), tap]))
  return [...byNumber.values()].toSorted((a, b) => (String(a.code) < String(b.code) ? -1 : 1))
}

/** Over every word of a difference: two are the same if and only if their digests are. */
export function digestOf(changes: readonly Change[]): Buffer {
  const told = changes.map(({ kind, code, of = null, name, change, fields }) =>
    textOf([kind, of, code, name, change, fields.map(({ field, from, to }) => [field, from, to])]),
  )
  return createHash('sha256').update(JSON.stringify(told)).digest()
}
