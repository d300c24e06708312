import { texts } from '../texts.ts'
import styles from './help.module.css'
import { Window } from './window.tsx'

const words = texts.keys

const KEYS: readonly (readonly [string, string])[] = [
  ['F2', words.search],
  ['F4 · Alt+M', words.member],
  ['F6 · Alt+S', words.spend],
  ['F7 · Alt+O', words.orders],
  ['F8 · Alt+R', words.returns],
  ['F9 · Ctrl+Enter', words.pay],
  ['F10 · Alt+V', words.void],
  ['Alt+P', words.print],
  ['Alt+L', words.log],
  ['Alt+G', words.script],
  ['Alt+C', words.camera],
  ['Alt+T', words.settings],
  ['* 1…9', words.times],
  ['+ − Del', words.quantity],
  ['↑ ↓', words.lines],
  ['Esc', words.back],
  ['?', words.title],
]

/** Every key of the till and what it does; meanwhile each stands on its button. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose} size="aside">
      {/* Where the screen is small it scrolls, and is reached by the keyboard. */}
      <dl className={styles.keys} tabIndex={0} aria-label={words.title}>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.scans}>{words.scans}</p>
    </Window>
  )
}
