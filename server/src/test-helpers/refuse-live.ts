import type { Actor } from '../kit/actor.ts'
import { InvalidState, type Refusal } from '../kit/error.ts'

export function refuseLive({ mode }: Actor, detail: string): void {
  if (mode !== 'TEST') throw InvalidState({ parameters: ['mode', 'LIVE'], detail })
}

export function clockMoves(): Refusal {
  return InvalidState({
    parameters: ['clock', 'MOVING'],
    detail: 'Somebody is moving the clock; wait for that.',
  })
}
