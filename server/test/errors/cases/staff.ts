import { InvalidInvitation, InvalidLogin, TooManySignIns } from '../../../src/access/access.errors.ts'
import { AlreadyExists, InvalidState, NotFound } from '../../../src/kit/error.ts'
import { door, PASSWORD, staffedBusiness } from '../../staff.ts'
import type { Stories } from '../story.ts'

export const staff: Stories = {
  'a name and password of nobody, and an invitation that never was': async (story) => {
    const body = { username: 'nobody', password: 'wrong password', mode: 'TEST' }
    await story.refused('authenticateUser', { body, key: '' }, InvalidLogin)
    const taken = { invitation: 'none', password: PASSWORD }
    await story.refused('acceptInvitation', { body: taken, key: '' }, InvalidInvitation)
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
    await story.refused('authenticateUser', { body, key: '' }, TooManySignIns, ['USER', '1'])
    const { owner } = await staffedBusiness(story.server)
    const change = { current_password: 'another', new_password: 'horse correct battery' }
    for (let n = 0; n < 5; n++) await owner.call('PUT', 'users/me/password', change)
    const asked = { body: change, key: owner.token }
    await story.refused('changeOwnPassword', asked, TooManySignIns, ['USER', '1'])
  },

  'a key that was rolled': async (story) => {
    const { id: of } = await story.done('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })
    await story.done('POST', `api_keys/${of}/roll`, {})
    await story.refused('rollApiKey', { of, body: {} }, InvalidState, ['api_key', of, 'rolled'])
  },
}
