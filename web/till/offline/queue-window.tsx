import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { clockText } from '../../kit/moment.ts'
import { tellProblem } from '../../kit/tell-problem.ts'
import { useStanding } from '../api/client.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import styles from './queue-window.module.css'
import type { Queue } from './use-queue.ts'

const words = texts.queue

/** What waits for the line, what became of the rest, and the way on when the platform does not accept the queue. */
export function QueueWindow({ queue, onClose }: { readonly queue: Queue; readonly onClose: () => void }) {
  const { venue } = useStanding()
  const { waiting, done, stopped } = queue
  const { title, text } = tellProblem(stopped, texts.kit)
  const [isBusy, setBusy] = useState(false)
  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    await act().catch(() => {})
    setBusy(false)
  }
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose}>
      {stopped && (
        <div role="alert" className={form.notice} data-tone="negative">
          <strong>{words.stopped}</strong>
          <p>{text || title}</p>
          <p>{words.anewMeans}</p>
        </div>
      )}
      <p>{waiting.length === 0 ? words.nothing : words.waiting(waiting.length)}</p>
      <ul className={styles.entries}>
        {waiting.map((each) => (
          <li key={each.id}>
            <span>{each.reference}</span>
            <span>{clockText(each.at, texts.locale)}</span>
            <Badge tone="warning" icon="clock">
              {each.kind === 'VOID' ? words.void : words.waits}
            </Badge>
          </li>
        ))}
        {done.map((each) => (
          <li key={each.id}>
            <span>{each.reference}</span>
            <span>{clockText(each.at, texts.locale)}</span>
            <Badge tone={each.refusal ? 'negative' : 'positive'} icon={each.refusal ? 'cross' : 'check'}>
              {each.refusal ? words.refused : words.taken}
            </Badge>
            <small>
              {each.refusal ?? (each.award ? words.earned(texts.money(each.award, venue.currency)) : '')}
            </small>
          </li>
        ))}
      </ul>
      {stopped ? (
        <Key kind="primary" disabled={isBusy} onClick={() => void run(queue.beginAnew)}>
          {words.anew}
        </Key>
      ) : (
        <Key disabled={isBusy || waiting.length === 0} onClick={() => void run(queue.send)}>
          {words.send}
        </Key>
      )}
    </Window>
  )
}
