import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'

/** Contacts are shared by all merchants and venues: a key of one of them does not decide about them. What it may not ends the sentence. */
export function requireWholeBusiness({ within }: Actor, mayNot: string): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['contact'],
    detail: `Contacts belong to the whole business; a key of one merchant or venue ${mayNot}.`,
  })
}
