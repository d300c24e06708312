import { useEffect, useState } from 'react'

export type Copying = 'idle' | 'copied' | 'refused'

const TOLD_FOR = 2_000

/** Puts a text on the clipboard and tells for a moment that it did. */
export function useCopy(text: string): { readonly state: Copying; readonly copy: () => void } {
  const [state, setState] = useState<Copying>('idle')
  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('idle'), TOLD_FOR)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () => {
    // Pages that were not loaded by HTTPS or from this machine have no clipboard.
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error())
    written.then(
      () => setState('copied'),
      () => setState('refused'),
    )
  }
  return { state, copy }
}
