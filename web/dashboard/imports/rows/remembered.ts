import type { Mapping } from './fields.ts'

/** By the headings of a file, which tell where it comes from: the heading chosen for each field. */
type Remembered = readonly (readonly [source: string, chosen: Readonly<Record<string, string>>])[]

const MOST_SOURCES = 20

/** What was chosen for a file with these headings before; undefined: there was none. */
export function recalled(kept: string | null, headings: readonly string[]): Mapping | undefined {
  const chosen = read(kept).find(([source]) => source === sourceOf(headings))?.[1]
  if (!chosen) return undefined
  const entries = Object.entries(chosen).map(
    ([field, heading]) => [field, headings.indexOf(heading)] as const,
  )
  return Object.fromEntries(entries.filter(([, place]) => place >= 0))
}

/** What is kept from now on: the newest sources, this one first. */
export function remembered(kept: string | null, headings: readonly string[], mapping: Mapping): string {
  const source = sourceOf(headings)
  const chosen = Object.entries(mapping).map(([field, place]) => [field, headings[place] ?? ''])
  const others = read(kept).filter(([each]) => each !== source)
  return JSON.stringify([[source, Object.fromEntries(chosen)], ...others].slice(0, MOST_SOURCES))
}

/** The column of errors comes and goes with files that are put right. */
function sourceOf(headings: readonly string[]): string {
  return headings.filter((heading) => heading !== 'error').join('\n')
}

/** What is no longer understood is forgotten. */
function read(kept: string | null): Remembered {
  try {
    const value: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(value) ? value.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is Remembered[number] {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null
  )
}
