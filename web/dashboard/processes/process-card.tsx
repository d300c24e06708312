import type { ReactNode } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Meter } from '../../kit/meter.tsx'
import { useNow } from '../../kit/now.ts'
import { Time } from '../../kit/time.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from './process-card.module.css'
import { type Facts, progressOf } from './progress.ts'
import { isUnderWay, type Process } from './use-process.ts'
import { useSeldom } from './use-seldom.ts'

const words = texts.process

const STATES: Readonly<Record<Process['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  PENDING: { tone: 'neutral', icon: 'clock' },
  IN_PROGRESS: { tone: 'info', icon: 'sync' },
  COMPLETED: { tone: 'positive', icon: 'check' },
  FAILED: { tone: 'negative', icon: 'alert' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
}

export interface ProcessCardProps {
  readonly title: string
  readonly process: Process
  /** What is counted, such as rows. */
  readonly unit: string
}

/** One that gives no sign of life is not told as one that runs. */
export function JobState({ of: facts }: { readonly of: Facts }) {
  const now = Math.floor(useNow() / 1_000)
  if (progressOf(facts, now, '').isStalled)
    return (
      <Badge tone="warning" icon="alert">
        {words.isStalled}
      </Badge>
    )
  return <Badge {...STATES[facts.state]}>{words.states[facts.state]}</Badge>
}

/** A long job of the server as it is, and the way to stop or resume it. */
export function ProcessCard({ title, process, unit }: ProcessCardProps) {
  return (
    <ProgressCard title={title} facts={process} unit={unit} error={process.error}>
      {(isStalled) => <Steer process={process} isStalled={isStalled} />}
    </ProgressCard>
  )
}

export interface ProgressCardProps {
  readonly title: string
  readonly facts: Facts
  readonly unit: string
  readonly error?: string | null
  /** What can be done about it. */
  readonly children: (isStalled: boolean) => ReactNode
}

const HEARD_EVERY_MS = 10_000

/** How far something is that takes long: true counts, its pace, and a word when it gives no sign of life. */
export function ProgressCard({ title, facts, unit, error = null, children }: ProgressCardProps) {
  const now = Math.floor(useNow() / 1_000)
  const { state, done, total, started_on, completed_on } = facts
  const { says, silence, isStalled } = progressOf(facts, now, unit)
  const heard = useSeldom(words.counted(done, total, unit), HEARD_EVERY_MS)
  return (
    <Card title={title} aside={<JobState of={facts} />}>
      {total !== null && total > 0 && (
        <Meter role="progressbar" label={title} value={done} most={total} text={says} />
      )}
      <p className={styles.says}>{says}</p>
      {silence !== undefined && (
        <p role="alert" className={styles.silence}>
          {isStalled ? words.stalled(silence, done) : words.silent(silence, done)}
        </p>
      )}
      {error !== null && <p className={styles.silence}>{error}</p>}
      <p className={styles.times}>
        {started_on !== null && (
          <span>
            {words.started} <Time at={started_on} />
          </span>
        )}
        {completed_on !== null && (
          <span>
            {words.ended} <Time at={completed_on} />
          </span>
        )}
        {children(isStalled)}
      </p>
      <Announcement>{isUnderWay(facts) ? heard : words.states[state]}</Announcement>
    </Card>
  )
}

function Steer({ process, isStalled }: { readonly process: Process; readonly isStalled: boolean }) {
  const steer = useCommand<'CANCEL' | 'RESUME'>({
    run: (client, action) => client.processes.change(process.id, { action }),
    changes: [['process', process.id], ['processes']],
  })
  const mayResume = process.state === 'FAILED' || process.state === 'CANCELLED'
  return (
    <span className={styles.steer}>
      {isUnderWay(process) && (
        <Button disabled={steer.isPending} onClick={() => steer.mutate('CANCEL')}>
          {words.cancel}
        </Button>
      )}
      {(mayResume || isStalled) && (
        <Button disabled={steer.isPending} onClick={() => steer.mutate('RESUME')}>
          {words.resume}
        </Button>
      )}
    </span>
  )
}
