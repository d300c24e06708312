import {
  InvalidInvitation,
  InvalidLogin,
  InvalidReset,
  InvalidSecondFactor,
  SecondFactorNeeded,
  TooManySignIns,
} from '../../../src/access/access.errors.ts'
import { codeOfStep, stepAt } from '../../../src/access/totp.ts'
import { AlreadyExists, InvalidState, NotFound } from '../../../src/kit/error.ts'
import { openShop } from '../../shop.ts'
import { door, PASSWORD, staffedBusiness } from '../../staff.ts'
import type { Stories, Story } from '../story.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function secretOf(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

async function forgetTries({ server }: Story): Promise<void> {
  await server.database.query.deleteFrom('sign_in_tries').execute()
}

export const staff: Stories = {
  'a name and password of nobody, and an invitation that never was': async (story) => {
    const body = { username: 'nobody', password: 'wrong password', mode: 'TEST' }
    await story.refused('authenticateUser', { body, key: '' }, InvalidLogin)
    const taken = { invitation: 'none', password: PASSWORD }
    await story.refused('acceptInvitation', { body: taken, key: '' }, InvalidInvitation)
    const code = { code: 'none', password: PASSWORD }
    await story.refused('resetPassword', { body: code, key: '' }, InvalidReset)
    await story.refused(
      'listTestStaffOutbox',
      { key: (await openShop(story.server, { mode: 'LIVE' })).key },
      InvalidState,
      ['mode'],
    )
  },

  'somebody of the staff whose name is taken, who is disabled, or is the last owner': async (story) => {
    const { owner } = await staffedBusiness(story.server)
    const key = owner.token
    const body = { username: owner.username, role: 'CLERK' }
    await story.refused('createUser', { body, key }, AlreadyExists, ['username', owner.username])
    const other = (await owner.call('POST', 'users', { username: `${owner.username}.x`, role: 'CLERK' })).body
      .id
    await owner.call('PUT', `users/${other}`, { state: 'DISABLED' })
    await story.refused('inviteUser', { of: other, key }, InvalidState, ['user', other, 'disabled'])
    const last = ['user', owner.id, 'the last owner']
    await story.refused('updateUser', { of: owner.id, body: { role: 'CLERK' }, key }, InvalidState, last)
    await story.refused('deleteUser', { of: owner.id, key }, InvalidState, last)
  },

  'one’s own account with a wrong password, or a session that is none of one’s own': async (story) => {
    const { owner } = await staffedBusiness(story.server)
    const key = owner.token
    const body = { current_password: 'another', new_password: 'horse correct battery' }
    await story.refused('changeOwnPassword', { body, key }, InvalidLogin)
    await story.refused('endOwnSession', { of: 'none', key }, NotFound, ['session', 'none'])
    await story.refused('signUserOut', { of: 'somebody', key }, NotFound, ['user', 'somebody'])
  },

  'a name that was guessed at five times': async (story) => {
    const body = { username: 'guessed', password: 'wrong password', mode: 'TEST' }
    for (let n = 0; n < 5; n++) await door(story.server, 'authenticate', body)
    const forgotten = { username: 'guessed', mode: 'TEST' }
    for (let n = 0; n < 5; n++) await door(story.server, 'forgot_password', forgotten)
    await story.refused('forgotPassword', { body: forgotten, key: '' }, TooManySignIns, ['USER', '1'])
    await story.refused('authenticateUser', { body, key: '' }, TooManySignIns, ['USER', '1'])
    const { owner } = await staffedBusiness(story.server)
    const change = { current_password: 'another', new_password: 'horse correct battery' }
    for (let n = 0; n < 5; n++) await owner.call('PUT', 'users/me/password', change)
    const asked = { body: change, key: owner.token }
    await story.refused('changeOwnPassword', asked, TooManySignIns, ['USER', '1'])
  },

  'an authenticator app that there is none of, or that is there': async (story) => {
    const { owner } = await staffedBusiness(story.server)
    const key = owner.token
    const state = (is: string) => ['second_factor', owner.id, is]
    const code = '000000'
    const app = { body: { code }, key }
    await story.refused('confirmSecondFactor', app, InvalidState, state('off'))
    await story.refused('renewRecoveryCodes', app, InvalidState, state('off'))
    const removal = { body: { password: PASSWORD, code }, key }
    await story.refused('removeSecondFactor', removal, InvalidState, state('off'))
    await forgetTries(story)
    await story.refused('enrolSecondFactor', { body: { password: 'another' }, key }, InvalidLogin)
    const enrolled = await owner.call('POST', 'users/me/second_factor', { password: PASSWORD })
    await story.refused('confirmSecondFactor', app, InvalidSecondFactor)
    const first = codeOfStep(secretOf(enrolled.body.secret), stepAt(story.server.clock.now))
    const confirmed = await owner.call('POST', 'users/me/second_factor/confirm', { code: first })
    if (confirmed.status !== 200) throw new Error(confirmed.text)
    await story.refused('enrolSecondFactor', { body: { password: PASSWORD }, key }, InvalidState, state('on'))
    await story.refused('renewRecoveryCodes', app, InvalidSecondFactor)
    await forgetTries(story)
    await story.refused('removeSecondFactor', removal, InvalidSecondFactor)
    const wrong = { body: { password: 'another', code }, key }
    await story.refused('removeSecondFactor', wrong, InvalidLogin)
    await forgetTries(story)
    const body = { username: owner.username, password: PASSWORD, mode: 'TEST' }
    await story.refused('authenticateUser', { body, key: '' }, SecondFactorNeeded, ['code'])
    await story.refused('authenticateUser', { body: { ...body, code }, key: '' }, InvalidSecondFactor)
    await forgetTries(story)
    for (let n = 0; n < 5; n++) await owner.call('POST', 'users/me/recovery_codes', { code })
    for (const name of [
      'enrolSecondFactor',
      'confirmSecondFactor',
      'renewRecoveryCodes',
      'removeSecondFactor',
    ]) {
      const asked = { body: name.startsWith('enrol') ? { password: PASSWORD } : removal.body, key }
      const sent = name === 'removeSecondFactor' || name === 'enrolSecondFactor' ? asked : app
      await story.refused(name, sent, TooManySignIns, ['USER', '1'])
    }
  },

  'a key that was rolled': async (story) => {
    const { id: of } = await story.done('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })
    await story.done('POST', `api_keys/${of}/roll`, {})
    await story.refused('rollApiKey', { of, body: {} }, InvalidState, ['api_key', of, 'rolled'])
  },
}
