/** What the product did is not what the rules say. */
export class Differs extends Error {
  override readonly name = 'Differs'
}

export function expectEqual(what: string, seen: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)]
  if (a !== b) throw new Differs(`${what}: the product says ${a}, the rules say ${b}`)
}
