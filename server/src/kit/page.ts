/** A list as the wire has it: `content` is always an array, `total` null unless it was asked for. */
export interface Page<Item> {
  readonly content: Item[]
  readonly paging: {
    readonly page: number
    readonly size: number
    readonly total: number | null
    readonly has_more: boolean
  }
}

export interface PageRequest {
  readonly page: number
  readonly size: number
  readonly includeTotal: boolean
}

/** Rows are read one more than the page holds: the extra one says that there is more. */
export function pageOf<Row, Item>(
  request: PageRequest,
  rows: readonly Row[],
  show: (row: Row) => Item,
  total: number | null = null,
): Page<Item> {
  const { page, size } = request
  return {
    content: rows.slice(0, size).map(show),
    paging: { page, size, total, has_more: rows.length > size },
  }
}
