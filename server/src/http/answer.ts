import { type Database, transact, type Work } from '../db/index.ts'
import { invariant } from '../kit/invariant.ts'
import { type Command, type Endpoint, isTextReply, type RawReply, type Route } from './endpoint.ts'
import { earlierReply, storeReply } from './idempotency.ts'
import { isRefusal } from './replies.ts'

export interface ParsedInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

/** What runs before a unit of work does something, and what it does when it is done; undefined: nothing. */
export type Witness = (
  work: Work,
  act: { readonly endpoint: Endpoint; readonly command: Command; readonly input: ParsedInput },
) => Promise<((reply: RawReply) => Promise<void>) | undefined>

interface AnswerWith {
  readonly database: Database
  readonly witness?: Witness
}

export async function answerOf(
  each: Route,
  command: Command,
  input: ParsedInput,
  { database, witness }: AnswerWith,
): Promise<RawReply> {
  const { endpoint, handle } = each
  if (handle.effect === 'command') return handle.run(command, input)
  invariant(handle.effect === 'work', `${endpoint.name} is answered within a unit of work`)
  await handle.before?.(command, input)
  const answer = await transact(database, command, async (work) => {
    // An answer that only says what would come of it is none to the request that does it.
    const isTrial = isTriedOut(endpoint, input)
    const key = isTrial ? undefined : command.idempotencyKey
    const earlier = key === undefined ? undefined : await earlierReply(work, key, command.hash)
    if (earlier) return earlier
    const tell = isTrial ? undefined : await witness?.(work, { endpoint, command, input })
    const reply = await encoded(endpoint, handle.run(work, input))
    const kept = withoutSecrets(endpoint, reply)
    if (key !== undefined) await storeReply(work, key, command.hash, kept)
    // Last, because those who write down acts of one business wait for each other from here on.
    await tell?.(kept)
    return reply
  })
  await handle.afterwards?.()
  return answer
}

/** Whether nothing of it is kept. Many rows that are tried out make a process, which is kept. */
function isTriedOut({ bulk }: Endpoint, { query }: ParsedInput): boolean {
  if (bulk || typeof query !== 'object' || query === null) return false
  return 'simulate' in query && query.simulate === true
}

/** What was refused because the same request, with the same key, was done in the meantime is answered as that was. */
export async function answeredMeanwhile(
  error: unknown,
  command: Command,
  { database }: AnswerWith,
): Promise<RawReply> {
  const { idempotencyKey: key, hash } = command
  if (!isRefusal(error) || key === undefined) throw error
  const earlier = await transact(database, command, (work) => earlierReply(work, key, hash))
  if (!earlier) throw error
  return earlier
}

function withoutSecrets({ toldOnce = [] }: Endpoint, reply: RawReply): RawReply {
  if (toldOnce.length === 0) return reply
  const kept: unknown = JSON.parse(reply.text, (name, value) => (toldOnce.includes(name) ? null : value))
  return { ...reply, text: JSON.stringify(kept) }
}

/** Only what the endpoint declares leaves: an undeclared field is dropped, a wrong one is our bug. */
async function encoded(
  { name, reply, also = [], status = 200 }: Endpoint,
  value: Promise<unknown>,
): Promise<RawReply> {
  const told = await value
  if (status === 204) return { status, text: '' }
  if (!isTextReply(told)) return { status, text: JSON.stringify(reply.parse(told)) }
  const { type, text, file } = told
  invariant(also.includes(type), `${name} declares that it answers in ${type}`)
  return { status, type, text, ...(file !== undefined && { file }) }
}
