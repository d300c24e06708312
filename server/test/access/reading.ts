import { type Known, openKnown, resourceOf } from '../../../scripts/fuzz/known.ts'
import type { Line } from '../../../scripts/fuzz/send.ts'
import { randomOf } from '../../../scripts/simulate/random.ts'
import type { Endpoint } from '../../src/http/index.ts'
import { type Caller, endpoints } from './stand-in.ts'

/** Somebody who may read everything of one business in one mode, by a key, as staff and as a contact. */
export interface Reader {
  readonly caller: Caller
  /** Of a member of staff who is signed in. */
  readonly staff: string
  /** Some ids of everything that the business has. */
  readonly ids: readonly string[]
  /** What endpoints have to be asked with. */
  readonly queries: Readonly<Record<string, string>>
}

/** What reads something, and where its answer was found. */
export interface Address {
  readonly name: string
  readonly path: string
  readonly key: string
}

// Without an end: it is followed by itself.
const ENDLESS: readonly string[] = ['streamEvents', 'streamChanges', 'streamProcesses']
const reading = endpoints.filter(({ method, name }) => method === 'GET' && !ENDLESS.includes(name))
const FEW = 12
const ROUNDS = 3

/** Every endpoint that reads, with an id that it answers for; and those for which there is none. */
export async function addressesOf(
  line: Line,
  { caller, staff, ids, queries }: Reader,
): Promise<{ readonly found: readonly Address[]; readonly unanswered: readonly string[] }> {
  const own = openKnown()
  own.learn('/self-service/v2/contacts', { id: caller.contact.id })
  own.learn('/self-service/v2/wallets', { id: caller.contact.wallet })
  const found = new Map<string, Address>()
  const firstOf = async ({ name, access, path }: Endpoint, isLast: boolean): Promise<void> => {
    const isContact = access === 'contact'
    const known = isContact ? own : caller.known
    const key = isContact ? caller.token : access === 'staff' ? staff : caller.key
    const query = queries[name] === undefined ? '' : `?${queries[name]}`
    for (const filled of pathsOf(path, { known, query, more: isLast ? ids : [] })) {
      const { status, type, text } = await line.send({
        method: 'GET',
        path: filled,
        headers: { api_key: key },
        body: undefined,
      })
      if (status >= 300) continue
      found.set(name, { name, path: filled, key })
      if (type.startsWith('application/json')) known.learn(filled, JSON.parse(text))
      return
    }
  }
  // What one answer names, another is asked for.
  for (let round = 1; round <= ROUNDS; round++) {
    for (const endpoint of reading) {
      if (!found.has(endpoint.name)) await firstOf(endpoint, round === ROUNDS)
    }
  }
  const unanswered = reading.filter(({ name }) => !found.has(name)).map(({ name }) => name)
  return { found: [...found.values()], unanswered }
}

interface Filling {
  readonly known: Known
  readonly query: string
  readonly more: readonly string[]
}

/** The path with what is known in its places. */
function pathsOf(path: string, { known, query, more }: Filling): readonly string[] {
  if (!path.includes('{')) return [path + query]
  const drawn = Array.from({ length: FEW }, (_, seed) =>
    path.replaceAll(/\{(\w+)\}/g, (_whole, parameter: string) =>
      encodeURIComponent(known.draw(kindOf(path, parameter), randomOf(seed)) ?? 'none'),
    ),
  )
  const [first = ''] = /\{\w+\}/.exec(path) ?? []
  const others = more.map((id) => path.replace(first, id)).filter((each) => !each.includes('{'))
  return [...new Set([...drawn, ...others])].map((each) => each + query)
}

function kindOf(path: string, parameter: string): string {
  return parameter === 'id' ? resourceOf(path) : parameter
}

/** What each address answers, but for the name of the request. */
export async function readAll(
  line: Line,
  addresses: readonly Address[],
): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>()
  for (const { name, path, key } of addresses) {
    const { status, text } = await line.send({
      method: 'GET',
      path,
      headers: { api_key: key },
      body: undefined,
    })
    told.set(name, `${status} ${text.replaceAll(/req_\w+/g, 'req')}`)
  }
  return told
}

/** The names under which two readings differ. */
export function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...before].flatMap(([name, text]) => (after.get(name) === text ? [] : [name]))
}
