/** Rows with their place, such that no wave has a key twice and every later row of a key comes in a later wave. */
export function inWaves<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (readonly { readonly row: Row; readonly index: number }[])[] {
  const seen = new Map<string, number>()
  const waves: { readonly row: Row; readonly index: number }[][] = []
  rows.forEach((row, index) => {
    const key = keyOf(row)
    const wave = seen.get(key) ?? 0
    seen.set(key, wave + 1)
    const there = waves[wave]
    if (there) there.push({ row, index })
    else waves.push([{ row, index }])
  })
  return waves
}
