import { EVENT_TYPES } from '../../events/index.ts'
import { ConfigError } from '../config-error.ts'
import { secretFor } from './forward.ts'

export interface ListenArguments {
  readonly forward?: string | undefined
  readonly types?: string | undefined
  readonly since?: string | undefined
  readonly after?: string | undefined
}

/** What `tillback listen` was told on the command line and by the environment; what cannot be meant is refused. */
export function listenOptions(args: ListenArguments, env: Readonly<Record<string, string | undefined>>) {
  const { since, after } = args
  const key = env.API_KEY ?? env.TILLBACK_API_KEY ?? ''
  if (key === '') throw new ConfigError('API_KEY is missing; a key with webhooks:read is needed')
  if (since !== undefined && after !== undefined)
    throw new ConfigError('--since and --after exclude each other')
  if (after !== undefined && !/^\d{1,18}$/.test(after))
    throw new ConfigError(`--after ${after}: a cursor of an event is needed`)
  const secret = env.TILLBACK_WEBHOOK_SECRET ?? secretFor(key)
  return { key, since, after, secret, to: targetOf(args.forward), isWanted: wantedOf(args.types) }
}

function targetOf(forward: string | undefined): string | undefined {
  if (forward === undefined) return undefined
  const text = /^https?:\/\//.test(forward) ? forward : `http://${forward}`
  if (!URL.canParse(text))
    throw new ConfigError(`--forward ${forward}: http://localhost:3000/webhooks or the like`)
  return text
}

/** `purchase.posted,reward.*`: each is a type of event, or all of one thing. */
function wantedOf(types: string | undefined): (type: string) => boolean {
  if (types === undefined) return () => true
  const wanted = types.split(',').map((each) => each.trim())
  const isMeant = (type: string, each: string) =>
    each.endsWith('.*') ? type.startsWith(each.slice(0, -1)) : type === each
  const unknown = wanted.find((each) => !EVENT_TYPES.some((type) => isMeant(type, each)))
  if (unknown !== undefined)
    throw new ConfigError(`--types ${unknown} is no type of event; there are ${EVENT_TYPES.join(', ')}`)
  return (type) => wanted.some((each) => isMeant(type, each))
}
