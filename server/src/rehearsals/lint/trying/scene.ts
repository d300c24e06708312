import type { CompiledOffer } from '../../../engine/index.ts'
import type { Draft } from '../draft.ts'
import type { Setting } from '../setting.ts'

/** For which offer something is tried. */
export interface Scene {
  readonly setting: Setting
  readonly offer: CompiledOffer
}

/** Ways to change a draft so that a condition holds, or does not: guesses at the boundaries, of which judging takes the right ones. */
export type Try<Settings> = (settings: Settings, draft: Draft, scene: Scene) => readonly Draft[]
