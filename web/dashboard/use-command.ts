import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import { tellProblem } from '../kit/tell-problem.ts'
import { useToast } from '../kit/toast.tsx'
import { useSignedIn } from './client.ts'
import { texts } from './texts.ts'

export interface Command<Given, Data> {
  readonly run: (client: Tillback, given: Given) => Promise<Data>
  /** What is to be read anew after it. */
  readonly changes: readonly QueryKey[]
  readonly done?: string | ((data: Data) => string) | undefined
  /** Whoever asked tells the failure in place; otherwise it is told in the corner. */
  readonly isToldInPlace?: boolean
}

/** Something that the viewer has done: runs once, refreshes what it changed, and tells what came of it. */
export function useCommand<Given = void, Data = unknown>(command: Command<Given, Data>) {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  const tell = useToast()
  return useMutation({
    mutationFn: (given: Given) => command.run(client, given),
    onSuccess: (data: Data) => {
      const { done } = command
      if (done !== undefined) tell({ text: typeof done === 'function' ? done(data) : done })
      for (const queryKey of command.changes) void cache.invalidateQueries({ queryKey })
    },
    onError: (error: Error) => {
      if (command.isToldInPlace) return
      const { title, text } = tellProblem(error, texts.kit)
      tell({ text: text === '' ? title : `${title} ${text}`, isFailure: true })
    },
  })
}
