import { TOTP, URI } from 'otpauth'
import { PASSWORD } from '../values.ts'
import { type Guide, soon } from './guide.ts'

/** A contact who proves who they are. */
export async function proving({ ask }: Guide, contact: string): Promise<void> {
  const { auth_otp = 'none' } = await ask('sendContactCode', { of: contact, body: { method: 'SMS' } })
  const { content = [] } = await ask('listTestOutbox', { query: '?channel=SMS' })
  const [code = '000000'] = /\b\d{6}\b/.exec(content[0]?.content ?? '') ?? []
  await ask('validateContactCode', { of: contact, body: { auth_otp, code } })
}

/** Two contacts become one, and two again, and one of them leaves. */
export async function merging({ ask }: Guide): Promise<void> {
  const { id: stays = 'none' } = await ask('createContact', { body: {} })
  const { id: goes = 'none' } = await ask('createContact', { body: {} })
  await ask('addContactNote', { of: goes, body: { text: 'The same as the other?' } })
  const { content: notes = [] } = await ask('listContactNotes', { of: goes })
  await ask('listContactsAlike')
  await ask('tellContactsApart', { of: stays, body: { contact_id: goes } })
  await ask('mergeContacts', { of: stays, body: { contact_id: goes } })
  await ask('undoMerge', { of: stays, body: { contact_id: goes } })
  await ask('removeContactNote', { of: [goes, notes[0]?.id ?? 'none'] })
  await ask('eraseContact', { of: goes, body: {} })
}

/** What was asked of the business, held against what went well. */
export async function asking({ ask }: Guide): Promise<void> {
  const id = await soon(async () => (await ask('listRequests')).content?.[0]?.id)
  await ask('getRequest', { of: id ?? 'none' })
}

/** What the contact of the tour before was told since, and what of their money expired. */
export async function later(
  { ask }: Guide,
  { contact, wallet }: { readonly contact: string; readonly wallet: string },
): Promise<void> {
  const { content: expiries = [] } = await ask('listWalletExpiries', { of: wallet })
  await ask('getExpiry', { of: expiries[0]?.id ?? 'none' })
  const { content: told = [] } = await ask('listCommunications', { of: contact })
  const of: string = told[0]?.id ?? 'none'
  await ask('getCommunication', { of })
  await ask('markCommunication', { of, body: { viewed: true } })
  await ask('markInbox', { of: contact, body: { viewed: true } })
}

/** Somebody of the staff, from the invitation to the sign-out. */
export async function working({ ask, round }: Guide): Promise<void> {
  const username = `tour-${round}@staff.example`
  const { invitation = 'none' } = await ask('createUser', { body: { username, role: 'MANAGER' } })
  await ask('acceptInvitation', { body: { invitation, password: PASSWORD } })
  const signIn = { username, password: PASSWORD, mode: 'TEST' }
  await ask('authenticateUser', { body: signIn })
  const signedIn = await ask('authenticateUser', { body: signIn })
  const { refresh_token = 'none' } = signedIn
  const { access_token: token = 'none' } = await ask('refreshUser', { body: { refresh_token } })
  await ask('getOwnAccount', { token })
  await ask('updateOwnAccount', { token, body: { name: 'Tour' } })
  const { content = [] } = await ask('listOwnSessions', { token })
  const other = content.find((each: { readonly is_current: boolean }) => !each.is_current)
  await ask('endOwnSession', { token, of: other?.id ?? 'none' })
  await withSecondFactor({ ask, round }, token)
  const passwords = { current_password: PASSWORD, new_password: `${PASSWORD} ${round}` }
  await ask('changeOwnPassword', { token, body: passwords })
  await ask('endOtherSessions', { token })
  await ask('signUserOut', { token, of: 'me' })
  await forgetful({ ask, round }, username)
}

/** An authenticator app, from its secret to its removal. */
async function withSecondFactor({ ask }: Guide, token: string): Promise<void> {
  const { uri } = await ask('enrolSecondFactor', { token, body: { password: PASSWORD } })
  const code = uri ? codeOf(uri) : '000000'
  const { recovery_codes: codes = [] } = await ask('confirmSecondFactor', { token, body: { code } })
  const renewed = await ask('renewRecoveryCodes', { token, body: { code: codes[0] ?? '000000' } })
  const [last = '000000'] = renewed.recovery_codes ?? []
  await ask('removeSecondFactor', { token, body: { password: PASSWORD, code: last } })
}

/** Somebody who forgot their password, and reads their mail. */
async function forgetful({ ask }: Guide, username: string): Promise<void> {
  await ask('forgotPassword', { body: { username, mode: 'TEST' } })
  const code = await soon(async () => {
    const { content = [] } = await ask('listTestStaffOutbox')
    const mail = content.find((each: { readonly recipient: string }) => each.recipient === username)
    return /\btbp_\S+/.exec(mail?.content ?? '')?.[0]
  })
  await ask('resetPassword', { body: { code: code ?? 'none', password: PASSWORD } })
}

function codeOf(uri: string): string {
  const app = URI.parse(uri)
  return app instanceof TOTP ? app.generate() : 'none'
}
