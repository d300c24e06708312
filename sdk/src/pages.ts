/** How a list answers. */
export interface Page<Item> {
  readonly content: readonly Item[]
  readonly paging: { readonly page: number; readonly size: number; readonly has_more: boolean }
}

// The most that a page holds, so that going through all takes the fewest calls.
const LARGEST_PAGE = 100

/**
 * Every item of a list, page after page. When records are added meanwhile, those of the last page move on
 * to the next; they are given once all the same.
 */
export async function* everyItem(
  list: (query: object) => Promise<unknown>,
  query: object = {},
): AsyncGenerator<unknown, void> {
  let before = new Set<unknown>()
  const given = { size: LARGEST_PAGE, ...query }
  for (let page = firstOf(query); ; page += 1) {
    const { content, paging } = asPage(await list({ ...given, page }))
    const ids = content.map(idOf)
    yield* content.filter((_, index) => ids[index] === undefined || !before.has(ids[index]))
    if (!paging.has_more) return
    before = new Set(ids)
  }
}

function firstOf(query: object): number {
  return 'page' in query && typeof query.page === 'number' ? query.page : 1
}

/** The edge: the table of operations says which answers are pages. */
function asPage(answer: unknown): Page<unknown> {
  return answer as Page<unknown>
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
}
