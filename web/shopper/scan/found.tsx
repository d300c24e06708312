import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { dayTimeText } from '../orders/day-time.ts'
import { go } from '../place.ts'
import { type Claimed, useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './scan.module.css'
import { whyRefused } from './why-refused.ts'

/** What a code is of and would bring; it is taken when its holder says so. */
export function Found({ code, onAgain }: { readonly code: string; readonly onAgain: () => void }) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const refresh = useRefresh()
  const title = useRef<HTMLHeadingElement>(null)
  // Asked once: wrong ones are counted, so that nothing asks a second time by itself.
  const look = useMutation({
    mutationFn: () =>
      client.selfService.reclaimOwnPurchase({ transaction_code: code }, { query: { simulate: true } }),
  })
  const { mutate: begin } = look
  useEffect(() => begin(), [begin])
  const claim = useMutation({
    mutationFn: () => client.selfService.reclaimOwnPurchase({ transaction_code: code }),
    onSuccess: refresh,
  })
  const error = claim.error ?? look.error
  const isBusy = look.isIdle || look.isPending || claim.isPending
  const said = error
    ? texts.scan.refused
    : claim.data
      ? claim.data.state === 'HELD'
        ? texts.scan.held
        : texts.scan.claimed
      : look.data
        ? texts.scan.found
        : texts.scan.claiming
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read next is what has changed
  useEffect(() => title.current?.focus(), [said])
  return (
    <section className={view.card} aria-labelledby="found">
      <h2 id="found" ref={title} tabIndex={-1} className={view.subtitle}>
        {said}
      </h2>
      <Announcement>{said}</Announcement>
      {error ? (
        <Refused code={code} error={error} />
      ) : claim.data ? (
        <Taken claimed={claim.data} />
      ) : (
        look.data && <Offered found={look.data} busy={isBusy} onClaim={() => claim.mutate()} />
      )}
      {!isBusy && (
        <div className={view.actions}>
          <Key onClick={onAgain}>{texts.scan.another}</Key>
          {(claim.data || error) && (
            <Key kind="primary" onClick={() => go({ view: 'wallet' })}>
              {texts.scan.toWallet}
            </Key>
          )}
        </div>
      )}
    </section>
  )
}

interface OfferedProps {
  readonly found: Claimed
  readonly busy: boolean
  readonly onClaim: () => void
}

function Offered({ found, busy, onClaim }: OfferedProps) {
  const texts = useTexts()
  return (
    <>
      <Bought claimed={found} />
      {found.state === 'HELD' && <p>{texts.scan.heldMeans}</p>}
      {found.state !== 'HELD' && found.award === 0 && <p>{texts.scan.earnedNothing}</p>}
      <Key kind="primary" onClick={onClaim} disabled={busy}>
        <span>
          {texts.scan.claim}
          {found.award > 0 && (
            <>
              {' · '}
              <Money amount={found.award} currency={found.currency_code} signed />
            </>
          )}
        </span>
      </Key>
    </>
  )
}

function Bought({ claimed }: { readonly claimed: Claimed }) {
  const texts = useTexts()
  const { organisation, total, currency_code, date, state } = claimed
  return (
    <p>
      <span className={view.name}>{organisation.name}</span> ·{' '}
      <Money amount={total} currency={currency_code} />
      {state !== 'HELD' && (
        <>
          <br />
          <span className={view.small}>{dayTimeText(date, Date.now() / 1_000, texts.locale)}</span>
        </>
      )}
    </p>
  )
}

function Taken({ claimed }: { readonly claimed: Claimed }) {
  const texts = useTexts()
  return (
    <>
      <Bought claimed={claimed} />
      {claimed.state === 'HELD' ? (
        <p>{texts.scan.heldMeans}</p>
      ) : claimed.award > 0 ? (
        <p className={styles.award}>
          {texts.scan.earned}{' '}
          <Money amount={claimed.award} currency={claimed.currency_code} tone="award" signed />
        </p>
      ) : (
        <p>{texts.scan.earnedNothing}</p>
      )}
    </>
  )
}

function Refused({ code, error }: { readonly code: string; readonly error: unknown }) {
  const texts = useTexts()
  const why = whyRefused(error, texts.scan)
  return (
    <>
      {why === undefined ? (
        <Problem of={error} />
      ) : (
        <p role="alert" className={view.notice} data-tone="negative">
          {why}
        </p>
      )}
      <p className={`${styles.raw} ${view.small}`}>
        <code dir="ltr">{code}</code>
      </p>
    </>
  )
}
