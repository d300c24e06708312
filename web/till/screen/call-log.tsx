import { memo, useState } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { clockText } from '../../kit/moment.ts'
import { type Call, folded } from '../api/calls.ts'
import { useCalls } from '../api/client.ts'
import { texts } from '../texts.ts'
import styles from './call-log.module.css'

const words = texts.log

/** What this till asked the API, and what it was answered: for whoever builds the next till. */
export function CallLog({ onClose }: { readonly onClose: () => void }) {
  const calls = useCalls()
  return (
    <aside className={styles.log} aria-label={words.title}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <IconButton icon="cross" label={texts.close} onClick={onClose} />
      </header>
      {calls.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.calls}>
        {folded(calls).map((call) => (
          <li key={call.first}>
            <Told call={call} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** One call; what was asked and answered is laid out when somebody looks at it, and not again while others come in. */
export const Told = memo(function Told({ call }: { readonly call: Call }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.method}>{call.method}</span>
        <span className={styles.path}>{call.path.replace(/^\/backoffice\/v2\//, '')}</span>
        <span className={styles.status} data-wrong={isWrong(call) || undefined}>
          {statusOf(call)}
        </span>
      </summary>
      {isOpen && (
        <>
          <p className={styles.when}>
            {clockText(call.at / 1_000, texts.locale)} · {call.path}
          </p>
          {call.request !== undefined && <Body name={words.request} text={call.request} />}
          {call.answer !== undefined && <Body name={words.answer} text={call.answer} />}
        </>
      )}
    </details>
  )
})

function statusOf({ status, ms, times }: Call): string {
  if (status === undefined) return words.waiting
  const took = words.took(status === 0 ? words.noAnswer : String(status), ms ?? 0)
  return times > 1 ? `${words.times(times)} · ${took}` : took
}

function isWrong({ status }: Call): boolean {
  return status !== undefined && (status === 0 || status >= 400)
}

function Body({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <section>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
      <pre tabIndex={0}>{indented(text)}</pre>
    </section>
  )
}

// A list of a hundred articles is longer than anybody reads here.
const MOST_LETTERS = 20_000

function indented(text: string): string {
  try {
    const told = JSON.stringify(JSON.parse(text), null, 2)
    return told.length > MOST_LETTERS ? `${told.slice(0, MOST_LETTERS)}\n…` : told
  } catch {
    return text
  }
}
