import type { PackedPage } from './packed-bytes.ts'

/** A page whose names are places among the texts of all pages so far; it brings those that were not told before. */
export interface ToldPage extends PackedPage {
  /** How many texts that were told before are still meant: all or none. */
  readonly before: number
}

const MOST_TEXTS = 500_000

/**
 * Tells each text once, however many pages name it. The thread that reads has the time to look for it; the one that judges gets
 * a text that it saw before as the same, and so finds by it what it found before.
 */
export function textTeller(most = MOST_TEXTS): (page: PackedPage) => ToldPage {
  const told = new Map<string, number>()
  return (page) => {
    if (told.size > most) told.clear()
    const before = told.size
    const texts: string[] = []
    const places = page.texts.map((text) => {
      const there = told.get(text)
      if (there !== undefined) return there
      const place = told.size
      told.set(text, place)
      texts.push(text)
      return place
    })
    // A name may be none, which is below zero.
    const moved = (place: number) => (place < 0 ? place : (places[place] ?? place))
    return {
      ...page,
      contacts: page.contacts.map(moved),
      passes: page.passes.map(moved),
      names: page.names.map(moved),
      texts,
      before,
    }
  }
}

/** Where they are told: each page with the texts that its names mean. */
export function textListener(): (page: ToldPage) => PackedPage {
  let all: string[] = []
  return ({ before, texts, ...page }) => {
    // Pages that came earlier go on with theirs.
    if (before === 0) all = []
    for (const text of texts) all.push(text)
    return { ...page, texts: all }
  }
}
