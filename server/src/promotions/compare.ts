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
  readonly name: string
  readonly change: 'ADDED' | 'CHANGED' | 'ONLY_IN_LIVE'
  readonly fields: readonly FieldChange[]
}

/** Everything of one mode, by kind. */
export type Configuration = ReadonlyMap<KindName, readonly Document[]>

/** What the TEST configuration would change in LIVE mode, in the order in which it is written. */
export function changesOf(kinds: readonly Kind[], test: Configuration, live: Configuration): Change[] {
  return kinds.flatMap((kind) => {
    const [wanted, there] = [byCode(test.get(kind.kind)), byCode(live.get(kind.kind))]
    const made = [...wanted.values()].flatMap((each) => changeOf(kind, each, there.get(each.code)) ?? [])
    const alone = [...there.values()].filter(({ code }) => !wanted.has(code) && !kind.isOne)
    return [
      ...made,
      ...alone.map(({ code, name }) => ({
        kind: kind.kind,
        code,
        name,
        change: 'ONLY_IN_LIVE' as const,
        fields: [],
      })),
    ]
  })
}

function byCode(documents: readonly Document[] = []): ReadonlyMap<string, Document> {
  return new Map(documents.map((each) => [each.code, each]))
}

function changeOf({ kind, isOne }: Kind, wanted: Document, there: Document | undefined): Change | undefined {
  const { code, name } = wanted
  if (!there && kind === 'OFFER' && wanted.fields.state === 'ENDED') return undefined
  const before = there?.fields ?? {}
  const after = there ? towards(kind, wanted.fields, before) : wanted.fields
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => textOf(from) !== textOf(to) && (there || !isEmpty(to)))
  if (there && fields.length === 0) return undefined
  return { kind, code, name, change: there || isOne ? 'CHANGED' : 'ADDED', fields }
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
  const told = changes.map(({ kind, code, name, change, fields }) =>
    textOf([kind, code, name, change, fields.map(({ field, from, to }) => [field, from, to])]),
  )
  return createHash('sha256').update(JSON.stringify(told)).digest()
}
