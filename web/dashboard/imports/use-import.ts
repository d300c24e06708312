import { useQueryClient } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import { useSignedIn } from '../client.ts'
import { watchProcesses } from '../processes/watch-processes.ts'
import type { ImportKind } from './kinds.ts'
import {
  type Matched,
  matched,
  type Picked,
  type PickProblem,
  pick,
  readPicked,
  rememberMatch,
} from './picked.ts'
import { type ReadLine, readLine } from './rows/read-rows.ts'
import type { Progress } from './send/sending.ts'
import { FIRST, type Step, stepKey, useStep } from './step.ts'
import type { Encoding } from './table/decode-file.ts'

export interface Import {
  readonly step: Step
  readonly choose: (file: File) => Promise<void>
  readonly match: (changes: Partial<Matched>) => void
  readonly readAs: (encoding: Encoding) => Promise<void>
  readonly start: (isTrial: boolean) => void
  readonly goOn: () => void
  readonly backToMatch: () => void
  readonly anew: () => void
}

const CHANGED = [['products'], ['groups'], ['contacts'], ['processes']] as const

/** An import goes on while other pages are looked at, and is there again when its page is. */
export function useImport(kind: ImportKind): Import {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  const queryKey = stepKey(kind.name)
  const step = useStep(kind.name)
  const show = (next: Step) => cache.setQueryData<Step>(queryKey, next)
  const shown = () => cache.getQueryData<Step>(queryKey) ?? FIRST
  const take = (picked: Picked | PickProblem) =>
    show(
      'problem' in picked
        ? { at: 'CHOOSE', problem: picked }
        : { at: 'MATCH', matched: matched(picked, kind) },
    )

  const start = (isTrial: boolean) => {
    if (step.at === 'CHOOSE' || step.at === 'RUN') return
    const stop = new AbortController()
    rememberMatch(step.matched, kind)
    const started = { matched: step.matched, lines: linesOf(step.matched, kind), isTrial }
    show({ at: 'RUN', stop, ...started })
    const change = (changes: object) => {
      const now = shown()
      if (now.at === 'RUN' && now.stop === stop) show({ ...now, ...changes })
    }
    const ask = asking({ client, stop, change })
    const rows = started.lines.flatMap(({ values }) => (values ? [kind.rowOf(values)] : []))
    const sending = {
      isTrial,
      signal: stop.signal,
      ask,
      onProgress: (progress: Progress) => change({ progress }),
      watch: (jobs: readonly string[]) =>
        watchProcesses(cache, jobs, {
          read: (id) => ask((asked) => asked.processes.get(id, { signal: stop.signal, maxRetries: 5 })),
          onProgress: (processes) => change({ progress: { by: 'SERVER', processes } }),
          signal: stop.signal,
        }),
    }
    kind
      .send(rows, sending)
      .then((outcome) => {
        if (stop.signal.aborted) return
        show({ at: 'TOLD', outcome, ...started })
        if (!isTrial) for (const each of CHANGED) void cache.invalidateQueries({ queryKey: each })
      })
      .catch((problem: unknown) => change({ problem }))
  }
  return {
    step,
    start,
    choose: async (file) => {
      show({ at: 'CHOOSE', reading: file.name })
      take(await pick(file).catch((): PickProblem => ({ problem: 'UNREADABLE' })))
    },
    match: (changes) =>
      step.at === 'MATCH' && show({ at: 'MATCH', matched: { ...step.matched, ...changes } }),
    readAs: async (encoding) => {
      if (step.at === 'MATCH') take(await readPicked(step.matched.file, encoding))
    },
    goOn: () => step.at === 'RUN' && step.goOn?.(client),
    backToMatch: () => {
      if (step.at === 'CHOOSE') return
      if (step.at === 'RUN') step.stop.abort()
      show({ at: 'MATCH', matched: step.matched })
    },
    anew: () => {
      if (step.at === 'RUN') step.stop.abort()
      show(FIRST)
    },
  }
}

function linesOf({ file, mapping, decimalMark }: Matched, { fields }: ImportKind): readonly ReadLine[] {
  const how = { fields, mapping, reading: { decimalMark } }
  return file.table.lines.map((line) => readLine(file.table, line, how))
}

interface Asking {
  readonly client: Tillback
  readonly stop: AbortController
  readonly change: (changes: object) => void
}

/** A call that fails is told, and made again when the viewer says so: by whoever is signed in then. */
function asking({ client, stop, change }: Asking) {
  let asked = client
  return async <Answer>(call: (client: Tillback) => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await call(asked)
      } catch (problem) {
        stop.signal.throwIfAborted()
        asked = await new Promise<Tillback>((goOn) => change({ problem, goOn }))
        change({ problem: undefined, goOn: undefined })
      }
    }
  }
}
