import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'

/** What holds for the whole business is changed by those who may act for all of it. */
export function requireWholeBusiness({ within }: Actor, what: string): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: [what],
    detail: `The ${what.replaceAll('_', ' ')} holds for the whole business; a key of one merchant or venue cannot change it.`,
  })
}

const LONGEST_CODE = 100

/** A code for who gave a name only: "Items out of stock" is ITEMS_OUT_OF_STOCK. */
export function codeOfName(name: string): string {
  const code = name
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
  return (code === '' ? name : code).slice(0, LONGEST_CODE)
}
