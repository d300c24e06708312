import type { Html } from './html.ts'

/** What a kind of refusal means and what the integrator does about it. */
export interface Cure {
  readonly means: Html
  readonly cure: Html
}
