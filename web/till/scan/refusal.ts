import { createContext, use } from 'react'
import { beep } from './beep.ts'

export interface Refusal {
  /** Why the last scan was of no use to the window that is open; empty: it was. */
  readonly text: string
  readonly refuse: (text: string) => void
}

const Context = createContext<Refusal>({ text: '', refuse: () => {} })

export const RefusalProvider = Context.Provider

/** Says that a scan is of no use where it came to: in the window in front, and by a tone. */
export function useRefusal(): Refusal {
  const { text, refuse } = use(Context)
  return {
    text,
    refuse: (why) => {
      refuse(why)
      if (why !== '') beep()
    },
  }
}
