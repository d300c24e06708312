import { Tillback, TillbackError } from '@tillback/sdk'
import { type Answered, forward } from './forward.ts'
import { now } from './now.ts'
import { cursorBefore } from './since.ts'

export interface ListenOptions {
  readonly url: string
  readonly key: string
  /** Where events are posted to; undefined: they are only told. */
  readonly to: string | undefined
  readonly secret: string
  readonly isWanted: (type: string) => boolean
  /** What happened from then on comes first. */
  readonly since: string | undefined
  /** The cursor after which it begins. */
  readonly after: string | undefined
  readonly json: boolean
  readonly print: (text: string) => void
  /** What is said beside the events. */
  readonly say: (text: string) => void
  readonly signal: AbortSignal
}

/** `tillback listen`: posts what happens to an address on this machine, one event after the other; answers whether it was let. */
export async function listen(options: ListenOptions): Promise<boolean> {
  const { url, key, signal, say } = options
  const client = new Tillback({ baseUrl: url, apiKey: key })
  const seen = { cursor: options.after, count: 0, untaken: 0 }
  try {
    if (options.since !== undefined) seen.cursor = await cursorBefore(client, options.since)
    for await (const event of client.webhooks.streamEvents({}, streamOptions(options, seen.cursor))) {
      if (options.isWanted(event.type)) {
        const isTaken = await tell(event, options)
        seen.count += 1
        seen.untaken += isTaken ? 0 : 1
      }
      seen.cursor = event.cursor
      // What came in while this one was posted is kept by the server: it is told to whoever goes on after this cursor.
      if (signal.aborted) break
    }
  } catch (error) {
    if (!(error instanceof TillbackError)) throw error
    say(error.detail)
    return false
  }
  say(summaryOf(seen))
  return true
}

function streamOptions({ signal, say, to, url }: ListenOptions, lastEventId: string | undefined) {
  let isLost = false
  let isFirst = true
  return {
    signal,
    ...(lastEventId === undefined ? {} : { lastEventId }),
    onOpen: () => {
      if (isFirst) say(to === undefined ? `Listening to ${url}.` : `Listening to ${url}, posting to ${to}.`)
      else if (isLost) say('The line is back; nothing was missed.')
      isFirst = false
      isLost = false
    },
    onLost: ({ message }: TillbackError) => {
      if (!isLost) say(`${message} Trying again.`)
      isLost = true
    },
  }
}

type Told = Parameters<typeof forward>[0]

async function tell(event: Told, options: ListenOptions): Promise<boolean> {
  const { to, secret, json, print } = options
  const answered = to === undefined ? undefined : await forward(event, { to, secret })
  print(json ? JSON.stringify(reportOf(event, answered)) : lineOf(event, answered))
  return answered === undefined || answered.isTaken
}

function reportOf({ id, cursor, type, entity_id }: Told, answered: Answered | undefined) {
  const { status = null, ms = null, error = null } = answered ?? {}
  return { id, cursor, type, entity_id, status, ms, error }
}

function lineOf({ type, entity_id }: Told, answered: Answered | undefined): string {
  const time = now().toTimeString().slice(0, 8)
  const came = answered && `${answered.status ?? answered.error}  ${answered.ms} ms`
  return [time, type.padEnd(22), entity_id, ...(came === undefined ? [] : [came])].join('  ')
}

function summaryOf({
  cursor,
  count,
  untaken,
}: {
  cursor: string | undefined
  count: number
  untaken: number
}) {
  const told = `${count} ${count === 1 ? 'event' : 'events'}${untaken > 0 ? `, ${untaken} of them not taken` : ''}`
  return cursor === undefined ? `Stopped: ${told}.` : `Stopped: ${told}. Go on with --after ${cursor}.`
}
