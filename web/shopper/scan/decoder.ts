export interface ToDecode {
  readonly number: number
  readonly image: ImageBitmap
}

export interface Decoded {
  readonly number: number
  /** Undefined: no code in this picture. */
  readonly text: string | undefined
}

export interface Decoder {
  /** The text of a code in the picture, which is used up; undefined: there is none. */
  decode(image: ImageBitmap): Promise<string | undefined>
  close(): void
}

/** Reads codes beside the page, so that it stays quick: by the browser's own detector, else by ours. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (text: string | undefined) => void>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Decoded>) => {
    waiting.get(data.number)?.(data.text)
    waiting.delete(data.number)
  })
  worker.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  })
  return {
    decode: (image) =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        worker.postMessage({ number: last, image } satisfies ToDecode, [image])
      }),
    close: () => worker.terminate(),
  }
}
