import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Money } from '../../kit/money.tsx'
import { Qr } from '../../kit/qr.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useMovements, useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './code.module.css'
import { useAwake } from './use-awake.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

export interface SpendCode {
  readonly id: string
  readonly value: string | null
  readonly alternative_token: string | null
  readonly expiration: number
  readonly spend_amount: number | null
}

export interface LiveCodeProps {
  readonly code: SpendCode
  readonly currency: string
  readonly onAnother: () => void
  readonly onClose: () => void
}

const ASKED_EVERY = 2_000

/** The code while it is good; what was spent with it once the till has used it, without a touch. */
export function LiveCode({ code, currency, onAnother, onClose }: LiveCodeProps) {
  const texts = useTexts()
  const left = useSecondsLeft(code.expiration)
  const isUsed = useIsUsed(code, left > 0)
  useAwake(!isUsed && left > 0)
  if (isUsed) return <Used currency={currency} onClose={onClose} />
  if (left === 0) {
    return (
      <>
        <p role="alert">{texts.code.over}</p>
        <Key kind="primary" onClick={onAnother}>
          {texts.code.another}
        </Key>
      </>
    )
  }
  const { value, alternative_token, spend_amount } = code
  return (
    <div className={styles.code}>
      <p className={view.lead}>{texts.code.say}</p>
      {value !== null && (
        <p className={styles.digits} role="img" aria-label={texts.code.digits(value)}>
          {`${value.slice(0, 3)} ${value.slice(3)}`}
        </p>
      )}
      {spend_amount !== null && (
        <p>
          <Money amount={spend_amount} currency={currency} />
        </p>
      )}
      <div className={styles.qr}>
        <Qr text={alternative_token ?? value ?? ''} label={texts.code.qr} />
      </div>
      <Countdown left={left} of={code} />
      <p className={view.small}>{texts.code.bright}</p>
    </div>
  )
}

/** Ring and words; heard once a minute, not once a second. */
function Countdown({ left, of }: { readonly left: number; readonly of: SpendCode }) {
  const texts = useTexts()
  const [whole] = useState(() => Math.max(1, of.expiration - Math.floor(Date.now() / 1_000)))
  const around = 2 * Math.PI * 10
  return (
    <p className={styles.countdown}>
      <svg width="28" height="28" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="10" className={styles.track} />
        <circle
          cx="12"
          cy="12"
          r="10"
          className={styles.ring}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - Math.min(1, left / whole))}
          transform="rotate(-90 12 12)"
        />
      </svg>
      <span role="timer" aria-live="off">
        {texts.code.left(Math.floor(left / 60), left % 60)}
      </span>
    </p>
  )
}

function Used({ currency, onClose }: { readonly currency: string; readonly onClose: () => void }) {
  const texts = useTexts()
  const refresh = useRefresh()
  useEffect(refresh, [refresh])
  const spent = useMovements(3).data?.pages[0]?.content.find(({ type }) => type === 'DEBIT')
  return (
    <div className={styles.code} role="status">
      <p className={view.subtitle}>{texts.code.used}</p>
      {spent && (
        <p className={styles.spent}>
          <Money amount={-Math.abs(spent.amount)} currency={currency} tone="spend" signed />
        </p>
      )}
      <Key kind="primary" onClick={onClose}>
        {texts.close}
      </Key>
    </div>
  )
}

/** A code that is not among those that may still be used, before its time is over, was used. */
function useIsUsed({ id }: SpendCode, isGood: boolean): boolean {
  const { client, session } = useSignedIn()
  const [isUsed, setUsed] = useState(false)
  const open = useQuery({
    queryKey: ['token', id],
    enabled: isGood && !isUsed,
    queryFn: ({ signal }) =>
      client.selfService.listOwnTokens(session.contact, { intent: 'SPEND' }, { signal }),
    refetchInterval: ASKED_EVERY,
  })
  const isGone = open.data?.content.every((token) => token.id !== id) === true
  if (isGone && isGood && !isUsed) setUsed(true)
  return isUsed
}
