import { shared, total } from './decimal.ts'
import type { Line } from './stored.ts'

const PIECE = 10_000n

/**
 * A discount belongs to goods before it belongs to lines: lines of equal goods at one price take their share together, in the order of
 * what does not earn, of names and of prices, and then share it.
 */
export function sharedOverGoods(
  lines: readonly Line[],
): (amount: bigint, weights: readonly bigint[]) => bigint[] {
  const goods = goodsOf(lines)
  return (amount, weights) => {
    const weightOf = (line: number) => weights[line] ?? 0n
    const parts = shared(
      amount,
      goods.map((own) => total(own.map(weightOf))),
    )
    const shares = lines.map(() => 0n)
    goods.forEach((own, index) => {
      const within = shared(parts[index] ?? 0n, own.map(weightOf))
      own.forEach((line, place) => {
        shares[line] = within[place] ?? 0n
      })
    })
    return shares
  }
}

/** The places of lines by their goods. */
function goodsOf(lines: readonly Line[]): number[][] {
  const goods: number[][] = []
  const sorted = [...lines.keys()].sort((a, b) => order(lines[a], lines[b]) || a - b)
  for (const line of sorted) {
    const last = goods.at(-1)
    const before = last?.[0]
    if (last && before !== undefined && order(lines[before], lines[line]) === 0) last.push(line)
    else goods.push([line])
  }
  return goods.map((own) => own.sort((a, b) => a - b))
}

function order(a: Line | undefined, b: Line | undefined): number {
  if (!a || !b) return 0
  const [ofA, ofB] = [pieces(a), pieces(b)]
  const rows: readonly (readonly [string | bigint, string | bigint])[] = [
    [BigInt(a.earns), BigInt(b.earns)],
    [a.sku, b.sku],
    [a.family ?? '', b.family ?? ''],
    [a.brand ?? '', b.brand ?? ''],
    [a.type ?? '', b.type ?? ''],
    [a.gross * ofB, b.gross * ofA],
    [a.net * ofB, b.net * ofA],
  ]
  for (const [one, other] of rows) {
    if (one < other) return -1
    if (one > other) return 1
  }
  return 0
}

function pieces({ quantity }: Line): bigint {
  return quantity > 0n ? quantity : PIECE
}
