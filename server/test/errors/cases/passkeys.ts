import { randomBytes, randomUUID } from 'node:crypto'
import { InvalidState } from '../../../src/kit/error.ts'
import { InvalidPasskey } from '../../../src/passkeys/index.ts'
import { openSession, sessionKeys } from '../../../src/sessions/index.ts'
import { openAuthenticator } from '../../authenticator.ts'
import type { Stories } from '../story.ts'

const below = '/self-service/v2'

export const passkeys: Stories = {
  'a passkey that nobody asked for, that nobody has, or one too many': async (story) => {
    const { id: of } = await story.done('POST', 'contacts', {})
    const keys = sessionKeys(story.server.secret)
    const opened = await story.work((work) => openSession(work, { kind: 'CONTACT', subject: of }, keys))
    const key = opened.accessToken
    const device = openAuthenticator()
    const unasked = { credential: device.create({ challenge: 'A'.repeat(43), user: { id: 'A'.repeat(22) } }) }
    await story.refused('registerOwnPasskey', { of, body: unasked, key }, InvalidPasskey)
    const asked = await story.call('POST', `${below}/passkeys/options`, {})
    const body = { credential: device.get(asked.body.public_key) }
    await story.refused('signInWithPasskey', { body }, InvalidPasskey)

    const passkeys = `${below}/contacts/${of}/passkeys`
    const late = await story.call('POST', `${passkeys}/options`, {}, { api_key: key })
    await story.work(async ({ db, actor: { tenant }, at }) => {
      const rows = Array.from({ length: 20 }, () => ({
        tenant,
        id: randomUUID(),
        kind: 'CONTACT' as const,
        subject_id: of,
        user_handle: of,
        name: 'Passkey',
        credential_id: randomBytes(16),
        public_key: randomBytes(16),
        counter: 0n,
        transports: [],
        is_backed_up: false,
        created_at: at,
      }))
      await db.insertInto('passkeys').values(rows).execute()
    })
    await story.refused('askForOwnPasskey', { of, key }, InvalidState, ['passkeys', '20'])
    const more = { credential: device.create(late.body.public_key) }
    await story.refused('registerOwnPasskey', { of, body: more, key }, InvalidState, ['passkeys', '20'])
  },
}
