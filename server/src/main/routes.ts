import type { Route } from '../http/index.ts'

/** Every endpoint of the product, in the order of the domains. */
export function routes(): readonly Route[] {
  return []
}
