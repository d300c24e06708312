import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { Qr } from '../../kit/qr.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './code.module.css'
import { useAwake } from './use-awake.ts'
import { useSecondsLeft } from './use-seconds-left.ts'
import { Used } from './used.tsx'

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
  const fate = useFate(code)
  const isGood = left > 0 && fate?.state !== 'USED' && fate?.state !== 'OVER'
  useAwake(isGood)
  if (fate?.purchase_id != null) return <Used purchase={fate.purchase_id} onClose={onClose} />
  if (!isGood) {
    return (
      <>
        <p role="alert">{texts.code.over}</p>
        <Key kind="primary" onClick={onAnother}>
          {texts.code.another}
        </Key>
      </>
    )
  }
  return (
    <div className={styles.code}>
      <p className={view.lead}>{texts.code.say}</p>
      <Digits of={code} />
      {code.spend_amount !== null && (
        <p>
          <Money amount={code.spend_amount} currency={currency} />
        </p>
      )}
      <div className={styles.qr}>
        <Qr text={code.alternative_token ?? code.value ?? ''} label={texts.code.qr} />
      </div>
      <Countdown left={left} of={code} />
      <p className={view.small}>{texts.code.bright}</p>
      <Cancel code={code} onCancelled={onClose} />
    </div>
  )
}

/** Read aloud one by one, as soon as they are there. */
function Digits({ of: { value } }: { readonly of: SpendCode }) {
  const texts = useTexts()
  const digits = useRef<HTMLParagraphElement>(null)
  useEffect(() => digits.current?.focus(), [])
  if (value === null) return null
  return (
    <p
      ref={digits}
      tabIndex={-1}
      className={styles.digits}
      dir="ltr"
      role="img"
      aria-label={texts.code.digits(value)}
    >
      {`${value.slice(0, 3)} ${value.slice(3)}`}
    </p>
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
      <Announcement>{texts.code.heard(Math.ceil(left / 60))}</Announcement>
    </p>
  )
}

function Cancel({ code, onCancelled }: { readonly code: SpendCode; readonly onCancelled: () => void }) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const cancel = useMutation({
    mutationFn: () => client.selfService.cancelOwnToken(code.id),
    onSuccess: onCancelled,
  })
  return (
    <>
      <Key onClick={() => cancel.mutate()} disabled={cancel.isPending}>
        {texts.code.cancel}
      </Key>
      {cancel.error && <Problem of={cancel.error} />}
    </>
  )
}

/** What became of it, asked for until it is over. */
function useFate({ id }: SpendCode) {
  const { client } = useSignedIn()
  return useQuery({
    queryKey: ['token', id],
    queryFn: ({ signal }) => client.selfService.getOwnToken(id, { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'LIVE' ? ASKED_EVERY : false,
  }).data
}
