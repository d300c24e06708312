import { type ReactNode, useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Problem } from '../../kit/problem.tsx'
import { texts, wordFor } from '../texts.ts'
import { Calendar } from './calendar/calendar.tsx'
import type { FieldProblem } from './check-draft.ts'
import { changedParts, draftOf } from './draft.ts'
import styles from './editor.module.css'
import { Findings } from './findings.tsx'
import { ProblemsOf } from './problems.tsx'
import type { Offer } from './queries.ts'
import { AwardStep } from './steps/award-step.tsx'
import { ConditionsStep } from './steps/conditions-step.tsx'
import { GoalStep } from './steps/goal-step.tsx'
import { SpendingStep } from './steps/spending-step.tsx'
import { TryBasket } from './try/try-basket.tsx'
import { useDraft, type Writing } from './use-draft.ts'
import { useSentence } from './use-sentence.ts'

const words = texts.editor

/** An offer in four steps on one page, beside the sentence that it makes. */
export function Editor({ offer }: { readonly offer: Offer }) {
  const writing = useDraft(offer)
  return (
    <div className={styles.editor}>
      <div className={styles.steps}>
        <ProblemsOf problems={writing.problems}>
          <Step number={1} title={words.steps.goal}>
            <GoalStep {...writing} offer={offer} />
          </Step>
          <Step number={2} title={words.steps.conditions}>
            <ConditionsStep {...writing} offer={offer} />
          </Step>
          <Step number={3} title={words.steps.award}>
            <AwardStep {...writing} offer={offer} />
          </Step>
          <Step number={4} title={words.steps.spending}>
            <SpendingStep {...writing} offer={offer} />
          </Step>
          <Step number={5} title={words.steps.calendar}>
            <Calendar draft={writing.draft} />
          </Step>
          <Step number={6} title={words.steps.basket}>
            <TryBasket offer={offer} writing={writing} />
          </Step>
        </ProblemsOf>
      </div>
      <aside className={styles.beside} aria-label={words.beside}>
        <Sentence offer={offer} writing={writing} />
        <Findings offer={offer} />
      </aside>
    </div>
  )
}

export interface StepProps extends Pick<Writing, 'draft' | 'change'> {
  readonly offer: Offer
}

interface StepFrameProps {
  readonly number: number
  readonly title: string
  readonly children: ReactNode
}

function Step({ number, title, children }: StepFrameProps) {
  return (
    <section className={styles.step} aria-labelledby={`step-${number}`}>
      <h2 id={`step-${number}`}>
        <span aria-hidden="true">{number}</span>
        {title}
      </h2>
      {children}
    </section>
  )
}

function Sentence({ offer, writing }: { readonly offer: Offer; readonly writing: Writing }) {
  const sentence = useSentence(offer, writing)
  const { isChanged, isSaving, failure, problems } = writing
  const isDraft = offer.state === 'DRAFT'
  const state =
    failure || problems.length > 0
      ? words.notSaved
      : isSaving
        ? words.saving
        : isChanged
          ? isDraft
            ? words.writing
            : words.unpublished
          : words.saved
  return (
    <section className={styles.sentence} aria-label={words.sentence}>
      <p className={styles.says}>{sentence}</p>
      <p className={styles.state}>{state}</p>
      <Announcement>{isChanged && isDraft ? '' : sentence}</Announcement>
      {problems.length > 0 ? (
        <Wrong problems={problems} />
      ) : (
        failure !== undefined && <Problem of={failure} retry={writing.save} />
      )}
      {!isDraft && <PublishChange offer={offer} writing={writing} sentence={sentence} />}
    </section>
  )
}

/** Why what was typed is not kept, by the names of the parts. */
function Wrong({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <div role="alert" className={styles.alert}>
      <p>{words.wrong}</p>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <strong>{partName(path)}</strong>: {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

function partName(path: string): string {
  return wordFor(words.parts, path.split(/[.[]/)[0] ?? path)
}

interface PublishChangeProps {
  readonly offer: Offer
  readonly writing: Writing
  /** As it would read from then on. */
  readonly sentence: string
}

/** What runs is changed as a whole, and only when it is said. */
function PublishChange({ offer, writing, sentence }: PublishChangeProps) {
  const [isAsking, setAsking] = useState(false)
  const parts = changedParts(draftOf(offer), writing.draft)
  const isNothing = !writing.isChanged || parts.length === 0 || writing.problems.length > 0
  return (
    <>
      <Button kind="primary" disabled={isNothing} onClick={() => setAsking(true)}>
        {words.publishChange(offer.version + 1)}
      </Button>
      {isAsking && (
        <Confirm
          title={words.publishChange(offer.version + 1)}
          action={words.publish}
          onConfirm={writing.save}
          onClose={() => setAsking(false)}
        >
          <p>{words.publishChangeMeans}</p>
          {sentence !== offer.sentence && (
            <div className={styles.reads}>
              <del>{offer.sentence}</del>
              <ins>{sentence}</ins>
            </div>
          )}
          <ul className={styles.changes}>
            {parts.map((part) => (
              <li key={part}>{words.parts[part] ?? part}</li>
            ))}
          </ul>
        </Confirm>
      )}
    </>
  )
}
