import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Picture, Seen } from './decode-worker.ts'

export type CameraState = 'STARTING' | 'ON' | 'DENIED' | 'NONE' | 'INSECURE'

const PAUSE = 150
const WIDEST = 1_280
/** A code that stays before the camera is one scan; one that was away for so many pictures is another. */
const AWAY = 6

/** The camera for as long as it is shown and the page is seen; a code that stays in view is told once. */
export function useCamera(told: (code: string) => void): {
  readonly state: CameraState
  readonly video: RefObject<HTMLVideoElement | null>
} {
  const [state, setState] = useState<CameraState>('STARTING')
  const video = useRef<HTMLVideoElement>(null)
  const tell = useEffectEvent(told)
  const isSeen = useIsSeen()
  useEffect(() => {
    if (!isSeen) return
    const gone = new AbortController()
    let last = { code: '', away: 0 }
    setState('STARTING')
    watch(video, gone.signal, {
      begun: () => setState('ON'),
      saw: (code) => {
        if (code === undefined || code === last.code) {
          last = { code: last.code, away: code === undefined ? last.away + 1 : 0 }
          if (last.away >= AWAY) last = { code: '', away: 0 }
          return
        }
        last = { code, away: 0 }
        tell(code)
      },
    }).catch((error: unknown) => {
      if (!gone.signal.aborted) setState(stateOf(error))
    })
    return () => gone.abort()
  }, [isSeen])
  return { state, video }
}

interface Watching {
  readonly begun: () => void
  /** With each picture; undefined: no code is in it. */
  readonly saw: (code: string | undefined) => void
}

async function watch(
  video: RefObject<HTMLVideoElement | null>,
  gone: AbortSignal,
  { begun, saw }: Watching,
): Promise<void> {
  if (!navigator.mediaDevices) throw new DOMException('', 'SecurityError')
  const wanted = { facingMode: 'environment', width: { ideal: WIDEST } }
  const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  const end = () => {
    worker.terminate()
    for (const track of stream.getTracks()) track.stop()
  }
  if (gone.aborted) return end()
  gone.addEventListener('abort', end)
  const picture = video.current
  if (!picture) return
  picture.srcObject = stream
  await picture.play().catch(() => {})
  for (let number = 0; !gone.aborted; number += 1) {
    if (picture.videoWidth > 0) {
      begun()
      const image = await createImageBitmap(picture).catch(() => undefined)
      const code = image && (await decoded(worker, { number, image }))
      if (!gone.aborted) saw(code)
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** Read beside the page, so that the till stays quick. */
function decoded(worker: Worker, picture: Picture): Promise<string | undefined> {
  return new Promise((resolve) => {
    worker.onerror = () => resolve(undefined)
    worker.onmessage = ({ data }: MessageEvent<Seen>) => resolve(data.text)
    worker.postMessage(picture, [picture.image])
  })
}

function stateOf(error: unknown): CameraState {
  if (!isSecureContext) return 'INSECURE'
  const name = error instanceof DOMException ? error.name : ''
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'DENIED' : 'NONE'
}

function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isSeen
}
