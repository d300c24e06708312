/** How a list answers; one that is read by a cursor has no numbers of pages. */
export interface Page<Item> {
  readonly content: readonly Item[]
  readonly paging: { readonly has_more: boolean; readonly page?: number; readonly cursor?: string }
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
  for (let next: object = {}; ; ) {
    const { content, paging } = asPage(await list({ size: LARGEST_PAGE, ...query, ...next }))
    const ids = content.map(idOf)
    yield* content.filter((_, index) => ids[index] === undefined || !before.has(ids[index]))
    if (!paging.has_more) return
    before = new Set(ids)
    next = paging.page === undefined ? { after: paging.cursor } : { page: paging.page + 1 }
  }
}

/** The edge: the table of operations says which answers are pages. */
function asPage(answer: unknown): Page<unknown> {
  return answer as Page<unknown>
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
}
