import { z } from 'zod'
import type { Endpoint, Input, RawReply, Route } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import { invariant } from '../kit/invariant.ts'
import { flatAnswer, flatRequest, neededParts, neededWithin } from './flat-schema.ts'
import { flattened, inFlatNames, type Names, nested, refuseIncomplete } from './names.ts'

/** How version 1 writes an endpoint of version 2. */
export interface FlatEndpoint {
  /** Its name in version 2. */
  readonly of: string
  /** Below `/backoffice/v1`, where it is not that of version 2. */
  readonly path?: string
  readonly name?: string
  readonly query?: Names
  readonly body?: Names
  /** Of the answer, or of each row where it is a list. */
  readonly reply?: Names
  /** Names given to the same value once more. */
  readonly also?: Names
}

type Sent = Input<z.ZodType, z.ZodType, z.ZodType>

/** The route of version 2 behind the flat names: the same code answers. */
export function flatRoute({ endpoint, handle }: Route, flat: FlatEndpoint): Route {
  const names = { ...flat.query, ...flat.body }
  const always = neededParts(endpoint.body, flat.body ?? {})
  const within = neededWithin(endpoint.body, flat.body ?? {})
  const ask = <Told>(run: (input: Sent) => Promise<Told>, { params, query, body }: Sent) => {
    const whole = nested(body, flat.body ?? {}, always)
    const answer = async () => {
      refuseIncomplete(whole, within)
      return run({ params, query: nested(query, flat.query ?? {}), body: whole })
    }
    return told(answer(), names)
  }
  const declared = flatEndpoint(endpoint, flat)
  invariant(handle.effect !== 'stream', `${endpoint.name} answers with fields`)
  if (handle.effect === 'work') {
    const run: typeof handle.run = async (work, input) =>
      answered(await ask((sent) => handle.run(work, sent), input), flat)
    return { endpoint: declared, handle: { ...handle, run } }
  }
  const run: typeof handle.run = async (command, input) =>
    reply(await ask((sent) => handle.run(command, sent), input), flat)
  return { endpoint: declared, handle: { ...handle, run } }
}

function flatEndpoint(endpoint: Endpoint, { query, body, path, name, ...answer }: FlatEndpoint): Endpoint {
  return {
    ...endpoint,
    name: name ?? `${endpoint.name}V1`,
    path: path ?? endpoint.path.replace('/backoffice/v2/', '/backoffice/v1/'),
    summary: `${endpoint.summary}, for clients of version 1`,
    ...(query && endpoint.query && { query: flatRequest(endpoint.query, query) }),
    ...(body && endpoint.body && { body: flatRequest(endpoint.body, body) }),
    reply: flatReply(endpoint.reply, answer),
  }
}

function flatReply(schema: z.ZodType, { reply, also }: Pick<FlatEndpoint, 'reply' | 'also'>): z.ZodType {
  if (!reply && !also) return schema
  const rows = rowsOf(schema)
  const item = flatAnswer(rows ?? schema, reply ?? {}, also ?? {})
  return rows && schema instanceof z.ZodObject ? schema.extend({ content: z.array(item) }) : item
}

/** The schema of the rows, where the answer is a list. */
function rowsOf(schema: z.ZodType): z.ZodType | undefined {
  const content: unknown = schema instanceof z.ZodObject ? schema.shape.content : undefined
  return content instanceof z.ZodArray && content.element instanceof z.ZodType ? content.element : undefined
}

/** What the code of version 2 said, with refusals in the names of version 1. */
async function told<Told>(answer: Promise<Told>, names: Names): Promise<Told> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof Refusal ? inFlatNames(error, names) : error
  }
}

function answered(answer: unknown, { reply = {}, also = {} }: FlatEndpoint): unknown {
  if (typeof answer !== 'object' || answer === null || !('content' in answer))
    return flattened(answer, reply, also)
  const { content } = answer
  return {
    ...answer,
    content: Array.isArray(content) ? content.map((row) => flattened(row, reply, also)) : content,
  }
}

function reply({ text, ...raw }: RawReply, flat: FlatEndpoint): RawReply {
  return { ...raw, text: JSON.stringify(answered(JSON.parse(text), flat)) }
}
