const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500]
const CHIPS = 3

/** Round amounts that there is enough for, the largest last. */
export function chipsFor(balance: number): readonly number[] {
  return ROUND.filter((amount) => amount < balance).slice(-CHIPS)
}

const WRITTEN = /^(\d{1,9})(?:[.,](\d{1,3}))?$/

/** An amount as people write it, with a comma or a point; undefined: it is none, or nothing. */
export function readAmount(text: string): number | undefined {
  const [, whole, fraction = '0'] = WRITTEN.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const amount = Number(`${whole}.${fraction}`)
  return amount > 0 ? amount : undefined
}
