import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { go } from '../place.ts'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { startDecoder } from './decoder.ts'
import styles from './scan.module.css'
import { type CameraState, useCamera } from './use-camera.ts'

/** A receipt by camera, by photo, or typed: each way alone is enough. */
export function Scan() {
  const texts = useTexts()
  const claim = useClaim()
  const [code, setCode] = useState<string>()
  const found = (text: string) => {
    navigator.vibrate?.(60)
    setCode(text)
  }
  const typed = (text: string) => {
    setCode(text)
    claim.mutate(text)
  }
  const again = () => {
    setCode(undefined)
    claim.reset()
  }
  return (
    <>
      <h1 className={view.title}>{texts.scan.title}</h1>
      {code === undefined ? (
        <Look onCode={found} onTyped={typed} />
      ) : (
        <Found code={code} claim={claim} onAgain={again} />
      )}
    </>
  )
}

interface LookProps {
  /** Read from a picture: what it is of is still to be said. */
  readonly onCode: (text: string) => void
  readonly onTyped: (text: string) => void
}

function Look({ onCode, onTyped }: LookProps) {
  const texts = useTexts()
  const camera = useCamera(onCode)
  const isOn = camera.state === 'on' || camera.state === 'starting'
  const trouble = troubleOf(camera.state, texts.scan)
  return (
    <div className={view.two}>
      <section className={view.section}>
        <p className={view.lead}>{texts.scan.lead}</p>
        <div className={styles.frame} hidden={!isOn}>
          <video ref={camera.video} className={styles.video} playsInline muted />
          <span className={styles.corners} aria-hidden="true" />
        </div>
        {camera.state === 'starting' && <p role="status">{texts.scan.starting}</p>}
        {trouble !== undefined && (
          <p role="alert" className={view.notice} data-tone="warning">
            {trouble}
          </p>
        )}
        {isOn ? (
          <div className={view.actions}>
            {camera.hasTorch && <Key onClick={camera.toggleTorch}>{texts.scan.torch}</Key>}
            <Key onClick={camera.stop}>{texts.scan.stop}</Key>
          </div>
        ) : (
          <Key kind="primary" icon="scan" onClick={camera.start}>
            {texts.scan.start}
          </Key>
        )}
        <Photo onCode={onCode} />
      </section>
      <TypeIn onCode={onTyped} />
    </div>
  )
}

function troubleOf(state: CameraState, words: Readonly<Record<string, unknown>>): string | undefined {
  const names: Partial<Record<CameraState, string>> = {
    denied: 'denied',
    none: 'noCamera',
    insecure: 'insecure',
    black: 'black',
  }
  const name = names[state]
  const said = name === undefined ? undefined : words[name]
  return typeof said === 'string' ? said : undefined
}

function Photo({ onCode }: { readonly onCode: (text: string) => void }) {
  const texts = useTexts()
  const id = useId()
  const [isEmpty, setEmpty] = useState(false)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (!file) return
    setEmpty(false)
    const decoder = startDecoder()
    try {
      const text = await decoder.decode(await createImageBitmap(file))
      if (text === undefined) setEmpty(true)
      else onCode(text)
    } catch {
      setEmpty(true)
    } finally {
      decoder.close()
    }
  }
  return (
    <>
      <label className={styles.photo} htmlFor={id}>
        {texts.scan.photo}
        <input id={id} type="file" accept="image/*" onChange={(event) => void read(event)} />
      </label>
      {isEmpty && (
        <p role="alert" className={view.notice} data-tone="warning">
          {texts.scan.none}
        </p>
      )}
    </>
  )
}

function TypeIn({ onCode }: { readonly onCode: (text: string) => void }) {
  const texts = useTexts()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = typed.trim()
    if (text === '') return setWrong(true)
    onCode(text)
  }
  return (
    <form className={view.card} onSubmit={submit} noValidate>
      <h2 className={view.subtitle}>{texts.scan.type}</h2>
      <div className={view.field}>
        <label htmlFor={id}>{texts.scan.typed}</label>
        <input
          id={id}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint`}
        />
        <p
          id={`${id}-hint`}
          className={isWrong ? view.wrong : view.small}
          role={isWrong ? 'alert' : undefined}
        >
          {isWrong ? texts.scan.typedNeeded : texts.scan.typedHint}
        </p>
      </div>
      <Key type="submit">{texts.scan.use}</Key>
    </form>
  )
}

function useClaim() {
  const { client } = useSignedIn()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (text: string) => {
      const { id, ...claimed } = await client.selfService.reclaimOwnPurchase({ transaction_code: text })
      return { id, ...claimed }
    },
    onSuccess: refresh,
  })
}

interface FoundProps {
  readonly code: string
  readonly claim: ReturnType<typeof useClaim>
  readonly onAgain: () => void
}

function Found({ code, claim, onAgain }: FoundProps) {
  const texts = useTexts()
  const { data, error } = claim
  return (
    <section className={view.card} aria-live="polite">
      {claim.isIdle && (
        <>
          <h2 className={view.subtitle}>{texts.scan.found}</h2>
          <p className={styles.raw}>
            <code>{code}</code>
          </p>
          <Key kind="primary" onClick={() => claim.mutate(code)}>
            {texts.scan.claim}
          </Key>
        </>
      )}
      {claim.isPending && <p role="status">{texts.scan.claiming}</p>}
      {error && (
        <>
          <h2 className={view.subtitle}>{texts.scan.refused}</h2>
          <p className={styles.raw}>
            <code>{code}</code>
          </p>
          <Problem of={error} />
        </>
      )}
      {data && (
        <>
          <h2 className={view.subtitle}>{data.state === 'HELD' ? texts.scan.held : texts.scan.claimed}</h2>
          <p>
            {data.organisation.name} · <Money amount={data.total} currency={data.currency_code} />
          </p>
          {data.state === 'HELD' ? (
            <p>{texts.scan.heldMeans}</p>
          ) : data.award > 0 ? (
            <p className={styles.award}>
              {texts.scan.earned}{' '}
              <Money amount={data.award} currency={data.currency_code} tone="award" signed />
            </p>
          ) : (
            <p>{texts.scan.earnedNothing}</p>
          )}
        </>
      )}
      {!claim.isPending && (
        <div className={view.actions}>
          <Key onClick={onAgain}>{texts.scan.another}</Key>
          {!claim.isIdle && (
            <Key kind="primary" onClick={() => go({ view: 'wallet' })}>
              {texts.scan.toWallet}
            </Key>
          )}
        </div>
      )}
    </section>
  )
}
