import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { startDecoder } from './decoder.ts'

export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'none' | 'insecure' | 'black'

export type Zoom = 1 | 2

export interface Camera {
  readonly state: CameraState
  readonly video: RefObject<HTMLVideoElement | null>
  readonly hasTorch: boolean
  readonly isLit: boolean
  /** 2: the middle half alone, twice as large. */
  readonly zoom: Zoom
  readonly toggleZoom: () => void
  readonly start: () => void
  readonly stop: () => void
  readonly toggleTorch: () => void
}

/** At most ten pictures a second are read. */
const PAUSE = 100
const FIRST_PICTURE_WITHIN = 6_000
const WIDEST = 1_280

/**
 * The camera while it is wanted and the page is seen: phones take it away from pages in the background and give a black picture after,
 * so that it is let go and asked for anew.
 */
export function useCamera(onCode: (text: string) => void): Camera {
  const [isWanted, setWanted] = useState(false)
  const [state, setState] = useState<CameraState>('off')
  const [track, setTrack] = useState<MediaStreamTrack>()
  const [zoom, setZoom] = useState<Zoom>(1)
  const [isLit, setLit] = useState(false)
  const nearness = useRef<Zoom>(1)
  nearness.current = zoom
  const video = useRef<HTMLVideoElement>(null)
  const found = useRef(onCode)
  found.current = onCode
  const isSeen = useIsSeen()

  useEffect(() => {
    if (!isWanted || !isSeen) return
    const gone = new AbortController()
    setState('starting')
    void run(video, gone.signal, {
      onState: setState,
      onTrack: setTrack,
      onCode: (text) => found.current(text),
      zoom: () => nearness.current,
    })
    return () => {
      gone.abort()
      setTrack(undefined)
      setLit(false)
      setState('off')
    }
  }, [isWanted, isSeen])

  const start = useCallback(() => setWanted(true), [])
  const stop = useCallback(() => setWanted(false), [])
  const torch = torchOf(track)
  return {
    state,
    video,
    hasTorch: torch !== undefined,
    isLit,
    zoom,
    toggleZoom: () => setZoom(zoom === 1 ? 2 : 1),
    start,
    stop,
    toggleTorch: () => {
      const isOn = settingsOf(track).torch === true
      void track
        ?.applyConstraints({ advanced: [{ torch: !isOn } as MediaTrackConstraintSet] })
        .then(() => setLit(!isOn))
        .catch(() => {})
    },
  }
}

interface Told {
  readonly onState: (state: CameraState) => void
  readonly onTrack: (track: MediaStreamTrack) => void
  readonly onCode: (text: string) => void
  readonly zoom: () => Zoom
}

/** A camera that gives no picture is asked for once more before that is said. */
async function run(video: RefObject<HTMLVideoElement | null>, gone: AbortSignal, told: Told): Promise<void> {
  const isBlack = (await runOnce(video, gone, told)) === 'BLACK'
  if (!isBlack || gone.aborted) return
  const isBlackAgain = (await runOnce(video, gone, told)) === 'BLACK'
  if (isBlackAgain && !gone.aborted) told.onState('black')
}

async function runOnce(
  video: RefObject<HTMLVideoElement | null>,
  gone: AbortSignal,
  { onState, onTrack, onCode, zoom }: Told,
): Promise<'BLACK' | 'ENDED'> {
  const stream = await open().catch((error: unknown) => stateOfFailure(error))
  if (typeof stream === 'string') {
    if (!gone.aborted) onState(stream)
    return 'ENDED'
  }
  const decoder = startDecoder()
  const close = () => {
    decoder.close()
    for (const track of stream.getTracks()) track.stop()
  }
  if (gone.aborted) {
    close()
    return 'ENDED'
  }
  gone.addEventListener('abort', close)
  const picture = video.current
  if (!picture) return 'ENDED'
  picture.srcObject = stream
  // One that gives no picture never begins.
  void picture.play().catch(() => {})
  const [track] = stream.getVideoTracks()
  if (track) onTrack(track)
  const until = performance.now() + FIRST_PICTURE_WITHIN
  while (!gone.aborted) {
    if (picture.videoWidth > 0) {
      onState('on')
      const image = await pictureOf(picture, zoom()).catch(() => undefined)
      const text = image && (await decoder.decode(image))
      if (text !== undefined && !gone.aborted) onCode(text)
    } else if (performance.now() > until) {
      close()
      return 'BLACK'
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return 'ENDED'
}

/** What of the picture is looked at, no larger than codes need. */
function pictureOf(video: HTMLVideoElement, zoom: Zoom): Promise<ImageBitmap> {
  const [width, height] = [video.videoWidth / zoom, video.videoHeight / zoom]
  const scale = Math.min(1, WIDEST / width)
  return createImageBitmap(
    video,
    (video.videoWidth - width) / 2,
    (video.videoHeight - height) / 2,
    width,
    height,
    {
      resizeWidth: Math.round(width * scale),
      resizeHeight: Math.round(height * scale),
    },
  )
}

async function open(): Promise<MediaStream> {
  const wanted = { video: { facingMode: 'environment', width: { ideal: WIDEST } }, audio: false }
  if (!navigator.mediaDevices) throw new DOMException('', 'SecurityError')
  return navigator.mediaDevices.getUserMedia(wanted)
}

function stateOfFailure(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : ''
  if (!isSecureContext) return 'insecure'
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'none'
}

function settingsOf(track: MediaStreamTrack | undefined): { readonly torch?: boolean } {
  return track?.getSettings() ?? {}
}

function torchOf(track: MediaStreamTrack | undefined): true | undefined {
  const able: object = track?.getCapabilities?.() ?? {}
  return 'torch' in able && able.torch === true ? true : undefined
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
