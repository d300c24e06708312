import { facesOf } from '../../server/test/faces-of.ts'
import { bodyToV1 } from '../../server/test/scenarios/flat-names.ts'
import type { Operation } from './document.ts'
import type { FuzzRequest } from './requests.ts'
import type { SignedIn } from './server.ts'
import { type Asked, type Guide, type Met, tour } from './tour/index.ts'

export interface Outcome {
  readonly problem: string | undefined
  /** What was told, if it was done. */
  readonly told: unknown
}

interface Walking {
  readonly operations: readonly Operation[]
  send(request: FuzzRequest, token?: string): Promise<Outcome>
}

export interface Tours {
  /** Takes one in version 2 and one in version 1; tells what broke the promises of the document. */
  next(): Promise<Toured>
}

interface Toured {
  readonly problems: readonly { readonly request: FuzzRequest; readonly problem: string }[]
  /** Who is signed in at the end of them. */
  readonly me: SignedIn | undefined
}

export function openTours({ operations, send }: Walking): Tours {
  const byName = new Map(operations.map((each) => [each.id, each]))
  let round = 0
  let before: Met | undefined
  const requestFor = (name: string, { of = [], query = '', body }: Asked): FuzzRequest => {
    const [own, ...flat] = facesOf(name)
    // Odd tours are of version 1, where a name may have more than one path.
    const face = round % 2 === 1 ? flat[Math.floor(round / 2) % flat.length] : undefined
    const { endpoint, names } = face ?? own
    const operation = byName.get(endpoint.name)
    if (!operation) throw new Error(`${endpoint.name} is in no document`)
    const values = [of].flat().map(encodeURIComponent)
    const path = operation.path.replaceAll(/\{\w+\}/g, () => values.shift() ?? 'none') + query
    const sent = body && JSON.stringify(bodyToV1(body, names))
    return {
      operation,
      kind: 'valid',
      path,
      headers: sent === undefined ? {} : { 'content-type': 'application/json' },
      body: sent,
      key: undefined,
    }
  }
  const walk = async () => {
    const problems: { request: FuzzRequest; problem: string }[] = []
    round += 1
    const ask: Guide['ask'] = async (name, asked = {}) => {
      const request = requestFor(name, asked)
      const { problem, told } = await send(request, asked.token)
      if (problem !== undefined) problems.push({ request, problem })
      return told ?? {}
    }
    before = await tour({ round, ask }, before)
    return problems
  }
  return {
    next: async () => {
      const problems = [...(await walk()), ...(await walk())]
      return { problems, me: before?.me }
    },
  }
}
