import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { type FieldProblems, fieldProblemsOf, NO_PROBLEMS } from './field-problems.tsx'

/** What a form was refused for: told at the fields that it has, and as a whole where they do not say it all. */
export function useRefused() {
  const form = useRef<HTMLFormElement>(null)
  const [fields, setFields] = useState<FieldProblems>(NO_PROBLEMS)
  const [rest, setRest] = useState<unknown>()
  const [times, setTimes] = useState(0)
  // Once what is wrong stands there, its first field has the keyboard, which has it read aloud.
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [times])
  return {
    fields,
    rest,
    form: {
      ref: form,
      // What is being put right is wrong no more, until it is sent again.
      onInput: ({ target }: SyntheticEvent) => {
        const name = target instanceof Element && target.getAttribute('name')
        if (name && fields.has(name)) setFields(new Map([...fields].filter(([each]) => each !== name)))
      },
    },
    forget: () => {
      setFields(NO_PROBLEMS)
      setRest(undefined)
    },
    tell: (failure: unknown) => {
      const all = fieldProblemsOf(failure)
      const here = new Map([...all].filter(([name]) => form.current?.elements.namedItem(name)))
      setFields(here)
      setRest(all.size > 0 && here.size === all.size ? undefined : failure)
      setTimes((before) => before + 1)
    },
  }
}
