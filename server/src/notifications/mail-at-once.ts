import { transact } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { unseal } from '../kit/sealed.ts'
import { SECOND } from '../kit/time.ts'
import { sendEmail } from './email.ts'
import type { Outcome } from './outcome.ts'
import type { MessageSources } from './send-messages.ts'
import { emailSecretOwner, readSettings } from './settings.store.ts'

const WITHIN_MS = 30 * SECOND

/** Sends an e-mail that is for no contact by the business's server, and keeps nothing of it. */
export async function mailAtOnce(
  { database, clock, notificationKey, allowed }: MessageSources,
  actor: Actor,
  email: { readonly id: string; readonly to: string; readonly subject: string; readonly content: string },
): Promise<Outcome> {
  const at = clock()
  const { email: sender, emailSecret } = await transact(database, { actor, at }, readSettings)
  if (!sender) return { kind: 'REFUSED', error: 'the business has nobody who sends its e-mail' }
  const password =
    emailSecret && unseal(notificationKey, emailSecretOwner(actor.tenant), emailSecret).password
  return sendEmail({ ...email, language: 'en', at }, { sender, password, allowed, withinMs: WITHIN_MS })
}
