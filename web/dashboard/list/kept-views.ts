import { type Address, anywhere, HERE, readAddress, writeAddress } from '../address.ts'

/** A list as it was narrowed once, under a name that somebody gave it. */
export interface KeptView {
  readonly name: string
  readonly to: Address
}

export const LONGEST_NAME = 60

/** The list itself: its first page, with nothing opened, at whichever venue. */
export function listOf(address: Address): Address {
  return { ...anywhere(address), page: 1, open: undefined }
}

/** Whether the list is narrowed just so, in whatever order that was done. */
export function isThere(address: Address, { to }: KeptView): boolean {
  return sorted(address) === sorted(to)
}

function sorted(address: Address): string {
  const filters = Object.entries(address.filters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return writeAddress({ ...listOf(address), filters: Object.fromEntries(filters) })
}

/** The same name once more is that list from now on. */
export function withView(views: readonly KeptView[], added: KeptView): readonly KeptView[] {
  return [...withoutView(views, added), { ...added, to: listOf(added.to) }]
}

export function withoutView(views: readonly KeptView[], gone: KeptView): readonly KeptView[] {
  return views.filter(({ name, to }) => name !== gone.name || to.view !== gone.to.view)
}

export function writeViews(views: readonly KeptView[]): string {
  return JSON.stringify(views.map(({ name, to }) => [name, writeAddress(to).slice(HERE.length)]))
}

/** None for whatever was not written by `writeViews`. */
export function readViews(text: string | null): readonly KeptView[] {
  if (text === null) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.flatMap(readView) : []
  } catch {
    return []
  }
}

function readView(kept: unknown): readonly KeptView[] {
  if (!Array.isArray(kept)) return []
  const [name, query]: readonly unknown[] = kept
  if (typeof name !== 'string' || name === '' || typeof query !== 'string') return []
  return [{ name, to: anywhere(readAddress(query)) }]
}
