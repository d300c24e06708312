import { type ChangeEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Key } from '../key.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { beep } from './beep.ts'
import { startDecoder } from './decoder.ts'
import { Found } from './found.tsx'
import styles from './scan.module.css'
import { type CameraState, useCamera } from './use-camera.ts'

/** A receipt by camera, by photo, or typed: each way alone is enough. */
export function Scan() {
  const texts = useTexts()
  const [code, setCode] = useState<string>()
  const seen = (text: string) => {
    navigator.vibrate?.(60)
    beep()
    setCode(text)
  }
  return (
    <>
      <h1 className={view.title}>{texts.scan.title}</h1>
      {code === undefined ? (
        <Look onSeen={seen} onTyped={setCode} />
      ) : (
        <Found key={code} code={code} onAgain={() => setCode(undefined)} />
      )}
    </>
  )
}

interface LookProps {
  /** Read from a picture. */
  readonly onSeen: (text: string) => void
  readonly onTyped: (text: string) => void
}

function Look({ onSeen, onTyped }: LookProps) {
  const texts = useTexts()
  const camera = useCamera(onSeen)
  const [types, setTypes] = useState(false)
  const isOn = camera.state === 'on' || camera.state === 'starting'
  const trouble = troubleOf(camera.state, texts.scan)
  const typeInstead = () => {
    camera.stop()
    setTypes(true)
  }
  return (
    <div className={isOn ? undefined : view.two}>
      <section className={view.section} aria-label={texts.scan.title}>
        {!isOn && <p className={view.lead}>{texts.scan.lead}</p>}
        <div className={styles.finder} hidden={!isOn}>
          <div className={styles.frame}>
            <video ref={camera.video} className={styles.video} data-zoom={camera.zoom} playsInline muted />
            <span className={styles.corners} aria-hidden="true" />
          </div>
          {camera.state === 'starting' && <p role="status">{texts.scan.starting}</p>}
          <div className={view.actions}>
            <Key onClick={camera.toggleZoom} aria-pressed={camera.zoom === 2}>
              {texts.scan.nearer}
            </Key>
            {camera.hasTorch && (
              <Key onClick={camera.toggleTorch} aria-pressed={camera.isLit}>
                {texts.scan.torch}
              </Key>
            )}
            <Photo onCode={onSeen} />
            <Key onClick={typeInstead}>{texts.scan.type}</Key>
            <Key onClick={camera.stop}>{texts.scan.stop}</Key>
          </div>
        </div>
        {trouble !== undefined && (
          <p role="alert" className={view.notice} data-tone="warning">
            {trouble}
          </p>
        )}
        {!isOn && (
          <>
            <Key kind="primary" icon="scan" onClick={camera.start}>
              {texts.scan.start}
            </Key>
            <Photo onCode={onSeen} />
          </>
        )}
      </section>
      {!isOn && <TypeIn onCode={onTyped} isWanted={types} />}
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

interface TypeInProps {
  readonly onCode: (text: string) => void
  /** It was asked for, so that the keyboard is there already. */
  readonly isWanted: boolean
}

function TypeIn({ onCode, isWanted }: TypeInProps) {
  const texts = useTexts()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isWanted) input.current?.focus()
  }, [isWanted])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = typed.trim()
    if (text === '') {
      setWrong(true)
      input.current?.focus()
      return
    }
    onCode(text)
  }
  return (
    <form className={view.card} onSubmit={submit} noValidate>
      <h2 className={view.subtitle}>{texts.scan.type}</h2>
      <div className={view.field}>
        <label htmlFor={id}>{texts.scan.typed}</label>
        <input
          ref={input}
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
