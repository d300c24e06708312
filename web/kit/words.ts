import { createContext, use } from 'react'
import type { Theme } from './theme.ts'

/** What the components themselves say; the app that uses them brings the words and the language. */
export interface KitWords {
  /** A BCP 47 tag, for figures and times. */
  readonly locale: string
  readonly copy: (what: string) => string
  readonly copied: (what: string) => string
  /** The browser did not allow it, so the whole text is shown to be selected by hand. */
  readonly copyRefused: string
  readonly loading: string
  readonly retry: string
  readonly requestId: string
  readonly noAnswer: string
  readonly noAnswerAdvice: string
  readonly notAllowed: string
  readonly scopeNeeded: (scope: string) => string
  readonly unexpected: string
  /** Refusals of the API by the last part of their code, where the app speaks another language than the API. */
  readonly refusals?: Readonly<Record<string, string>>
  readonly close: string
  readonly cancel: string
  readonly typeToConfirm: (what: string) => string
  readonly showTable: string
  readonly showChart: string
  readonly downloadCsv: string
  /** How far something is; null: nobody knows how much it will be. */
  readonly progress: (done: number, total: number | null) => string
  /** A point of a chart, as it is read aloud. */
  readonly point: (name: string, value: string) => string
  readonly theme: Readonly<Record<'change' | Theme, string>>
}

const Words = createContext<KitWords | undefined>(undefined)

export const WordsProvider = Words.Provider

export function useWords(): KitWords {
  const words = use(Words)
  if (!words) throw new Error('the app is to be wrapped in WordsProvider')
  return words
}
