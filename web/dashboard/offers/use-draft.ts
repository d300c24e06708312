import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSignedIn } from '../client.ts'
import { type FieldProblem, problemsOf } from './check-draft.ts'
import { type Draft, draftOf, withoutBlanks } from './draft.ts'
import { settled } from './families.ts'
import { refusedFields } from './problems.tsx'
import type { Offer } from './queries.ts'

const PAUSE_IN_TYPING = 700

export interface Writing {
  readonly draft: Draft
  readonly change: (part: Draft) => void
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly failure: unknown
  /** What is wrong with it, field by field: found here, or refused by the server. */
  readonly problems: readonly FieldProblem[]
  readonly save: () => Promise<void>
}

/** An offer that is being written. A draft is saved whenever the writer pauses; what runs is changed only when it is said. */
export function useDraft(offer: Offer): Writing {
  const { client } = useSignedIn()
  const cache = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(offer))
  const [saved, setSaved] = useState(draft)
  const [failure, setFailure] = useState<unknown>()
  const [isSaving, setSaving] = useState(false)
  const isChanged = draft !== saved
  const running = useRef<Promise<void>>(undefined)

  const send = async (written: Draft) => {
    setSaving(true)
    try {
      const stored = await client.rewardOffers.update(offer.id, withoutBlanks(written))
      cache.setQueryData(['offer', offer.id], stored)
      void cache.invalidateQueries({ queryKey: ['findings', offer.id] })
      void cache.invalidateQueries({ queryKey: ['versions', offer.id] })
      void cache.invalidateQueries({ queryKey: ['ruleBook', offer.id] })
      void cache.invalidateQueries({ queryKey: ['offers'] })
      setSaved(written)
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    } finally {
      setSaving(false)
    }
  }
  /** One after another: what was typed last is what is kept. */
  const save = () => {
    const after = (running.current ?? Promise.resolve()).then(() => send(draft))
    running.current = after
    return after
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const found = useMemo(() => problemsOf(withoutBlanks(draft)), [draft])
  const isKeptAlone = isChanged && offer.state === 'DRAFT' && found.length === 0
  useEffect(() => {
    if (!isKeptAlone || !draft) return
    const timer = setTimeout(() => latest.current(), PAUSE_IN_TYPING)
    return () => clearTimeout(timer)
  }, [draft, isKeptAlone])

  return {
    draft,
    change: (part) => setDraft((before) => settled(before, { ...before, ...part })),
    isChanged,
    isSaving,
    failure,
    problems: found.length > 0 ? found : refusedFields(failure),
    save,
  }
}
