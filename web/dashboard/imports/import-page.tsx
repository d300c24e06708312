import { useEffect, useRef } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Problem } from '../../kit/problem.tsx'
import { viewOf } from '../address.ts'
import { Head } from '../list/head.tsx'
import type { Imported } from '../syncs/import-link.tsx'
import { texts } from '../texts.ts'
import view from '../view.module.css'
import { ChooseFile } from './choose-file.tsx'
import styles from './imports.module.css'
import { IMPORTS } from './kinds.ts'
import { MatchColumns } from './match-columns.tsx'
import { Sent } from './sent.tsx'
import type { Step } from './step.ts'
import { words } from './texts.ts'
import { Told } from './told.tsx'
import { type Import, useImport } from './use-import.ts'

/** A file brought in, in the steps in which it can still be put right: choose, match, try, import. */
export function ImportPage({ name }: { readonly name: Imported }) {
  const kind = IMPORTS[name]
  const steps = useImport(kind)
  const { step } = steps
  const place = useStepsFocus(step.at)
  useLeaving(step)
  return (
    <div ref={place} tabIndex={-1} className={styles.steps}>
      <Head title={texts.syncs.imports[name]} above={{ name: texts.syncs.title, to: viewOf('syncs') }} />
      {step.at === 'CHOOSE' && (
        <ChooseFile kind={kind} problem={step.problem} reading={step.reading} onChoose={steps.choose} />
      )}
      {step.at === 'MATCH' && <MatchColumns kind={kind} steps={steps} matched={step.matched} />}
      {step.at === 'RUN' && <Running steps={steps} step={step} />}
      {step.at === 'TOLD' && <Told kind={kind} steps={steps} step={step} />}
      <Announcement>{heard(step)}</Announcement>
    </div>
  )
}

function Running({ steps, step }: { readonly steps: Import; readonly step: Extract<Step, { at: 'RUN' }> }) {
  const { problem, goOn, isTrial, progress } = step
  return (
    <>
      <p className={view.lead}>{isTrial ? words.trying : words.importing[progress?.by ?? 'SERVER']}</p>
      <Sent progress={progress} onStop={steps.backToMatch} />
      {problem !== undefined && <Problem of={problem} {...(goOn ? { retry: steps.goOn } : {})} />}
    </>
  )
}

/** What a step says to those who do not see it; while rows are sent their card does. */
function heard(step: Step): string {
  if (step.at === 'TOLD') return texts.process.totals(step.outcome.totals).join(', ')
  return step.at === 'RUN' ? '' : words.steps[step.at]
}

/** The button that led to a step is gone with the step before: who went on by keyboard is at the top of the next one. */
function useStepsFocus(at: Step['at']) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(at)
  useEffect(() => {
    if (before.current !== at && document.activeElement === document.body) place.current?.focus()
    before.current = at
  }, [at])
  return place
}

/** What this page itself is in the middle of ends with it: whoever closes it is asked. */
function useLeaving(step: Step): void {
  const isOurs = step.at === 'RUN' && !step.isTrial && step.progress?.by === 'PAGE'
  useEffect(() => {
    if (!isOurs) return
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isOurs])
}
