import { useEffect, useRef, useState } from 'react'
import { Money } from '../../kit/money.tsx'
import { Qr } from '../../kit/qr.tsx'
import { texts } from '../texts.ts'
import { type Shown, speakToTill } from './channel.ts'
import { CodePad } from './code-pad.tsx'
import styles from './display.module.css'

const words = texts.display

/** The screen that the customer sees: what is bought, what it costs, and where the code of the app is typed. */
export function Display() {
  const { shown, sendCode } = useTill()
  return (
    <main className={styles.screen}>
      <title>{words.title(shown?.venue)}</title>
      {shown?.isTest && <p className={styles.test}>{texts.testData}</p>}
      <h1 className={styles.venue}>{shown?.venue ?? texts.product}</h1>
      {!shown && <p className={styles.large}>{words.noTill}</p>}
      {shown?.view.is === 'WELCOME' && <p className={styles.large}>{words.welcome}</p>}
      {shown?.view.is === 'SALE' && <Sale sale={shown.view} currency={shown.currency} onCode={sendCode} />}
      {shown?.view.is === 'DONE' && <Done done={shown.view} currency={shown.currency} />}
    </main>
  )
}

function useTill() {
  const [shown, setShown] = useState<Shown>()
  const channel = useRef<ReturnType<typeof speakToTill>>(undefined)
  useEffect(() => {
    const speaking = speakToTill(setShown)
    channel.current = speaking
    speaking.say({ is: 'HELLO' })
    return () => speaking.end()
  }, [])
  return { shown, sendCode: (digits: string) => channel.current?.say({ is: 'CODE', digits }) }
}

type View<Is extends Shown['view']['is']> = Extract<Shown['view'], { is: Is }>

interface SaleProps {
  readonly sale: View<'SALE'>
  readonly currency: string
  readonly onCode: (digits: string) => void
}

function Sale({ sale, currency, onCode }: SaleProps) {
  const { lines, due, spend, earns, isMember, asksCode } = sale
  return (
    <div className={styles.two}>
      <ul className={styles.lines} aria-label={texts.basket.title}>
        {lines.map((line) => (
          <li key={line.key}>
            <span>
              {line.quantity > 1 && `${line.quantity} × `}
              {line.name}
            </span>
            <Money amount={line.amount} currency={currency} />
          </li>
        ))}
      </ul>
      <div className={styles.side}>
        <dl className={styles.totals} aria-live="polite">
          {spend > 0 && (
            <div>
              <dt>{texts.basket.rewards}</dt>
              <dd>
                <Money amount={-spend} currency={currency} tone="spend" />
              </dd>
            </div>
          )}
          {earns > 0 && (
            <div>
              <dt>{isMember ? words.earns : words.wouldEarn}</dt>
              <dd>
                <Money amount={earns} currency={currency} tone="award" signed />
              </dd>
            </div>
          )}
          <div className={styles.due}>
            <dt>{texts.basket.due}</dt>
            <dd>
              <Money amount={due} currency={currency} />
            </dd>
          </div>
        </dl>
        {asksCode ? (
          <CodePad onCode={onCode} />
        ) : (
          !isMember && <p className={styles.hint}>{words.showCode}</p>
        )}
      </div>
    </div>
  )
}

function Done({ done, currency }: { readonly done: View<'DONE'>; readonly currency: string }) {
  return (
    <div className={styles.done} role="status">
      <p className={styles.large} dir="auto">
        {done.say}
      </p>
      {done.change > 0 && (
        <p className={styles.large}>
          {texts.receipt.change} <Money amount={done.change} currency={currency} />
        </p>
      )}
      <div className={styles.qr}>
        <Qr text={done.qr} label={texts.receipt.qr} />
      </div>
      <p>{done.isMember ? texts.receipt.keep : texts.receipt.claim}</p>
      <p>{texts.receipt.thanks}</p>
    </div>
  )
}
