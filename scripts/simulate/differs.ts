import type { Answer } from './commands.ts'

/** What the product did is not what the rules say. */
export class Differs extends Error {
  override readonly name = 'Differs'
}

export function expectEqual(what: string, seen: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)]
  if (a !== b) throw new Differs(`${what}: the product says ${a}, the rules say ${b}`)
}

/** Tells the product's reason as well. */
export function expectStatus(what: string, { status, body }: Answer, expected: number): void {
  if (status === expected) return
  throw new Differs(`${what}: the product says ${status} (${body.detail ?? ''}), the rules say ${expected}`)
}
