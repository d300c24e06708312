import { type Heard, heardOf } from './streamed.ts'

const AGAIN_AFTER = 2_000

export interface Following {
  readonly path: string
  readonly credential: string
  readonly signal: AbortSignal
  /** The stream stands; whether for the first time. */
  readonly opened: (isFirst: boolean) => void
  readonly heard: (each: Heard) => void
  readonly lost: () => void
}

/** Reads a stream of events until it is told to stop, over every loss of the line; ends where the credential may not follow it. */
export async function followStream({ path, credential, signal, ...on }: Following): Promise<void> {
  for (let last = '', isFirst = true; !signal.aborted; ) {
    try {
      const response = await fetch(path, {
        headers: { authorization: `Bearer ${credential}`, 'last-event-id': last },
        signal,
      })
      if (response.status === 401 || response.status === 403) return
      let isOpened = !response.ok
      for await (const each of heardOf(response)) {
        if (!isOpened) {
          on.opened(isFirst)
          isFirst = false
        }
        isOpened = true
        last = each.id ?? last
        on.heard(each)
      }
    } catch {
      // Lost: the next connection goes on after the last event that was seen.
    }
    if (signal.aborted) return
    on.lost()
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER))
  }
}
