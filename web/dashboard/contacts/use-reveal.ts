import type { Tillback } from '@tillback/sdk'
import { useState } from 'react'
import { useCommand } from '../use-command.ts'

const KINDS = ['phones', 'emails', 'loyalty_identifiers'] as const
export type Revealable = (typeof KINDS)[number]

type Revealed = Awaited<ReturnType<Tillback['contacts']['reveal']>>

export interface Reveal {
  readonly whole: Partial<Revealed>
  /** Asks for it, or takes it away again. */
  readonly turn: (field: Revealable) => void
  readonly isAsked: boolean
  readonly error: Error | null
}

/** What a contact is recognised by, whole, for as long as it is looked at: it is kept by no cache, and asked for anew by whoever comes again. */
export function useReveal(contact: string): Reveal {
  const [whole, setWhole] = useState<Partial<Revealed>>({})
  const ask = useCommand<Revealable, Revealed>({
    run: (client, field) => client.contacts.reveal(contact, { fields: [field] }),
    // The log has one act more.
    changes: [['audit'], ['contact', contact, 'activity']],
    isToldInPlace: true,
  })
  const turn = (field: Revealable) => {
    if (whole[field]) setWhole((before) => ({ ...before, [field]: undefined }))
    else
      ask.mutate(field, {
        onSuccess: (told) => setWhole((before) => ({ ...before, [field]: told[field] ?? undefined })),
      })
  }
  return { whole, turn, isAsked: ask.isPending, error: ask.error }
}
