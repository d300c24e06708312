/** A broken invariant is our bug, never the caller's: the request ends as 500 with its request id. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken'
}

export function invariant(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new InvariantBroken(rule)
}

/** The value, or a broken invariant that names the rule; for what the types cannot know but the data guarantees. */
export function present<T>(value: T | null | undefined, rule: string): T {
  if (value === null || value === undefined) throw new InvariantBroken(rule)
  return value
}
