/** What happened, under the names of its months; the order stays. */
export function byMonth<Item>(
  items: readonly Item[],
  when: (item: Item) => number,
  locale: string,
): readonly { readonly month: string; readonly items: readonly Item[] }[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
  const months = new Map<string, Item[]>()
  for (const item of items) {
    const month = format.format(when(item) * 1_000)
    const there = months.get(month)
    if (there) there.push(item)
    else months.set(month, [item])
  }
  return [...months].map(([month, of]) => ({ month, items: of }))
}
