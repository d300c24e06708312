import { AuthenticationError, PermissionError, type StreamOptions } from '@tillback/sdk'

const AGAIN_AFTER = 2_000

export interface Following<Told> {
  readonly stream: (options: StreamOptions) => AsyncIterable<Told>
  readonly signal: AbortSignal
  /** The stream stands; whether for the first time, or where what was told meanwhile is not known. */
  readonly opened: (isFirst: boolean) => void
  readonly heard: (each: Told) => void
  readonly lost: () => void
}

/** Reads a stream of events until it is told to stop; ends where the credential may not follow it. */
export async function followStream<Told>({ stream, signal, ...on }: Following<Told>): Promise<void> {
  while (!signal.aborted) {
    let isFirst = true
    const onOpen = () => {
      on.opened(isFirst)
      isFirst = false
    }
    try {
      for await (const each of stream({ signal, onOpen, onLost: on.lost })) on.heard(each)
    } catch (error) {
      if (error instanceof AuthenticationError || error instanceof PermissionError) return
      // What was told last is not kept any more, as after a month with the lid closed: it begins anew.
      on.lost()
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER))
    }
  }
}
