import type { ProcessId } from '../kit/id.ts'

export const PROCESS_STATES = ['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED'] as const
export type ProcessState = (typeof PROCESS_STATES)[number]

export const PROCESS_ACTIONS = ['CANCEL', 'RESUME'] as const
export type ProcessAction = (typeof PROCESS_ACTIONS)[number]

/** What a kind is told, remembers and answers: an object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A piece of work that takes longer than a request, as whoever watches it sees it. */
export interface Process {
  readonly id: ProcessId
  readonly kind: string
  readonly state: ProcessState
  readonly input: JsonObject
  readonly done: number
  /** Undefined as long as the run has not found out how much there is. */
  readonly total: number | undefined
  readonly result: JsonObject | undefined
  readonly error: string | undefined
  readonly createdAt: Date
  readonly startedAt: Date | undefined
  readonly heartbeatAt: Date | undefined
  readonly completedAt: Date | undefined
}

const AFTER: Readonly<Record<ProcessAction, Partial<Record<ProcessState, ProcessState>>>> = {
  CANCEL: { PENDING: 'CANCELLED', IN_PROGRESS: 'CANCELLED', CANCELLED: 'CANCELLED' },
  RESUME: { FAILED: 'PENDING', CANCELLED: 'PENDING', PENDING: 'PENDING', IN_PROGRESS: 'IN_PROGRESS' },
}

/** Where an action leads; the same state where it has led there already, undefined where it leads nowhere. */
export function stateAfter(state: ProcessState, action: ProcessAction): ProcessState | undefined {
  return AFTER[action][state]
}
