import { type ReactNode, useState } from 'react'
import { Problem } from './problem.tsx'

/** What is asked for and may be asked for again: a query of React Query. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

export interface AnswerProps<Data> {
  readonly to: Asked<Data>
  /** Takes the room of the answer until it is there. */
  readonly waiting: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** The answer once it is there, and from then on; before that the wait or the failure. Give it the key of what is asked. */
export function Answer<Data>({ to, waiting, children }: AnswerProps<Data>) {
  // A failure is told until an answer comes, also while it is being asked for again.
  const [failure, setFailure] = useState(to.error)
  if (to.error !== null && to.error !== failure) setFailure(to.error)
  if (to.data !== undefined) return children(to.data)
  return failure ? <Problem of={failure} retry={to.refetch} /> : waiting
}
