/** What of the data was changed, left out or merely odd, with how often: nothing of it happens silently. */
export interface Oddities {
  add(what: string, count?: number): void
  list(): readonly (readonly [string, number])[]
}

export function countOddities(): Oddities {
  const counts = new Map<string, number>()
  return {
    add: (what, count = 1) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
    },
    list: () => [...counts],
  }
}
