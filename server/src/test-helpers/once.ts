import { type Database, isUniqueViolation, transact } from '../db/index.ts'
import { type Command, earlierReply, type RawReply, storeReply } from '../http/index.ts'

/** The same request under its key again gets the first answer: a clock that is moved by a day is not moved by two. */
export async function once(
  command: Command,
  database: Database,
  run: () => Promise<string>,
): Promise<RawReply> {
  const { idempotencyKey: key, hash } = command
  if (key === undefined) return { status: 200, text: await run() }
  const earlier = await transact(database, command, (work) => earlierReply(work, key, hash))
  if (earlier) return earlier
  const reply = { status: 200, text: await run() }
  await transact(database, command, (work) => storeReply(work, key, hash, reply)).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error
  })
  return reply
}
