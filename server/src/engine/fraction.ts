/** An exact value that need not be whole: `over / under`, `under` above zero. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export const NOUGHT: Fraction = { over: 0n, under: 1n }
export const ONE: Fraction = { over: 1n, under: 1n }

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under }
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return b === ONE ? a : signed({ over: a.over * b.over, under: a.under * b.under })
}

export function isWhole({ under }: Fraction): boolean {
  return under === 1n
}

/** Towards zero. */
export function roundedDown(of: Fraction): bigint {
  return isWhole(of) ? of.over : of.over / of.under
}

/** Below zero: a is less than b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.over * b.under
  const right = b.over * a.under
  return left === right ? 0 : left < right ? -1 : 1
}

/** With the sign above the line. */
export function signed({ over, under }: Fraction): Fraction {
  return under < 0n ? { over: -over, under: -under } : { over, under }
}
