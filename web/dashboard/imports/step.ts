import { useQuery } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import type { Imported } from '../syncs/import-link.tsx'
import type { Matched, PickProblem } from './picked.ts'
import type { ReadLine } from './rows/read-rows.ts'
import type { Outcome, Progress } from './send/sending.ts'

/** Where an import stands. */
export type Step =
  | { readonly at: 'CHOOSE'; readonly problem?: PickProblem; readonly reading?: string }
  | { readonly at: 'MATCH'; readonly matched: Matched }
  | (Started & {
      readonly at: 'RUN'
      readonly progress?: Progress
      /** What it was stopped by, and the way to go on. */
      readonly problem?: unknown
      readonly goOn?: ((client: Tillback) => void) | undefined
      readonly stop: AbortController
    })
  | (Started & { readonly at: 'TOLD'; readonly outcome: Outcome })

export interface Started {
  readonly matched: Matched
  readonly lines: readonly ReadLine[]
  readonly isTrial: boolean
}

export const FIRST: Step = { at: 'CHOOSE' }

export function stepKey(name: Imported): readonly string[] {
  return ['import', name]
}

/** Kept beside what was read from the server: it is there on every page, and gone with whoever was signed in. */
export function useStep(name: Imported): Step {
  const { data } = useQuery<Step>({
    queryKey: stepKey(name),
    queryFn: () => FIRST,
    initialData: FIRST,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  return data
}
