import type { Work } from '../db/index.ts'
import type { Endpoint, ParsedInput, RawReply, Route, Witness } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import { Refusal } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import type { Change } from './act.ts'
import { changesOf, fieldsOf, isFields } from './changes.ts'
import { writeAct } from './write-act.ts'

/** What decides how the business works, whoever changes it. */
const CONFIGURING = [
  'organisations:write',
  'offers:write',
  'keys:write',
  'users:write',
  'webhooks:write',
  'products:configure',
  'orders:configure',
  'payouts:configure',
  'reports:write',
  'adjustments:approve',
  'promotions:write',
]
/** The same, of scopes that are for the daily business as well. */
const CONFIGURING_TOO = [
  'putCommunicationTemplate',
  'deleteCommunicationTemplate',
  'updateNotificationSettings',
  'setDefaultWalletLimits',
  'setWalletLimits',
  'wipeTestData',
]
/** Of these the log tells values; of all others, which are of people and their money, only which fields changed. */
const TELLING = [...CONFIGURING, 'products:write', 'staff'].filter((scope) => scope !== 'adjustments:approve')

export interface WitnessWith {
  readonly routes: readonly Route[]
  /** What the caller is called. */
  readonly nameOf: (work: Work) => Promise<string>
}

/** Writes down every act of staff, and every act of a key that configures something; purchases of tills are in the books. */
export function openWitness({ routes, nameOf }: WitnessWith): Witness {
  const reading = readersOf(routes)
  return async (work, { endpoint, command, input }) => {
    if (!isAudited(endpoint, work.actor)) return undefined
    const read = reading.get(endpoint.name)
    const before = await read?.(work, input)
    return async (reply) => {
      const after = read && before !== undefined ? await read(work, input) : answerOf(endpoint, reply)
      const changes = endpoint.reveals ? fieldsAsked(input) : changesOf(before, after)
      await writeAct(work, command, {
        operation: endpoint.name,
        target: targetOf(endpoint, input, [before, after, answerOf(endpoint, reply)]),
        changes: scopesOf(endpoint).every((scope) => TELLING.includes(scope)) ? changes : fieldsOf(changes),
        name: await nameOf(work),
      })
    }
  }
}

function scopesOf({ access }: Endpoint): readonly string[] {
  return [access].flat()
}

/** An endpoint that one of two scopes opens is for the daily business, if one of them is. */
function isConfiguring(endpoint: Endpoint): boolean {
  return (
    CONFIGURING_TOO.includes(endpoint.name) ||
    scopesOf(endpoint).every((scope) => CONFIGURING.includes(scope))
  )
}

function isAudited(endpoint: Endpoint, { by }: Actor): boolean {
  if (endpoint.effect !== 'writes' || by.kind === 'nobody') return false
  return by.kind === 'user' || endpoint.reveals === true || isConfiguring(endpoint)
}

/** Of what was revealed the log has the names. */
function fieldsAsked({ body }: ParsedInput): Change[] {
  const fields = isFields(body) && Array.isArray(body.fields) ? body.fields : []
  return fields.map((field) => ({ field: String(field) }))
}

/** The answer, where it is JSON that may be kept. */
function answerOf({ toldOnce = [] }: Endpoint, { text, type }: RawReply): unknown {
  if (type !== undefined) return undefined
  return JSON.parse(text, (name, value) => (toldOnce.includes(name) ? undefined : value))
}

/** What a contact has, such as a note or a device, is looked for where the contact is. */
const OF_CONTACT = '/backoffice/v2/contacts/{id}/'

/** The record that the act was about: its id, never the name under which somebody asked for it. */
function targetOf({ path }: Endpoint, { params }: ParsedInput, told: readonly unknown[]): string | undefined {
  const sent = isFields(params) ? Object.values(params) : []
  const toldAs = (field: string) => told.map((each) => (isFields(each) ? each[field] : undefined))
  const contact = path.startsWith(OF_CONTACT) ? [...toldAs('contact_id'), sent[0]] : []
  const named = [...contact, ...toldAs('id'), sent.at(-1)]
  for (const id of named) {
    const guid = typeof id === 'string' ? parseGuid(id) : undefined
    if (guid !== undefined) return guid
  }
  return undefined
}

type Reader = (work: Work, input: ParsedInput) => Promise<unknown>

/** For each endpoint that changes a record, the one that reads it: at the same address, or at the one that its address begins with. */
function readersOf(routes: readonly Route[]): ReadonlyMap<string, Reader> {
  const reading = new Map(
    routes
      .filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.effect === 'reads')
      .map((each) => [each.endpoint.path, each]),
  )
  const found = routes.flatMap(({ endpoint: { name, method, path } }): [string, Reader][] => {
    if (method === 'GET' || (method === 'POST' && !path.includes('{'))) return []
    const route = reading.get(path) ?? reading.get(path.slice(0, path.lastIndexOf('/')))
    return route ? [[name, readerOf(route)]] : []
  })
  return new Map(found)
}

function readerOf({ endpoint, handle }: Route): Reader {
  return async (work, { params }) => {
    if (handle.effect !== 'work') return undefined
    const query = endpoint.query?.safeParse({})
    const asked = endpoint.params?.safeParse(params)
    if (query?.success === false || asked?.success === false) return undefined
    try {
      const asWitness = { ...work, actor: { ...work.actor, isWitness: true } } as const
      const told = await handle.run(asWitness, { params: asked?.data, query: query?.data, body: undefined })
      const read = endpoint.reply.safeParse(told)
      // A list tells nothing of the one record that is changed.
      return read.success && isFields(read.data) && !('paging' in read.data) ? read.data : undefined
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }
}
