import { PASSWORD } from '../values.ts'
import type { Guide } from './guide.ts'

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
  await ask('mergeContacts', { of: stays, body: { contact_id: goes } })
  await ask('undoMerge', { of: stays, body: { contact_id: goes } })
  await ask('eraseContact', { of: goes, body: {} })
}

/** What was asked of the business, held against what went well. */
export async function asking({ ask }: Guide): Promise<void> {
  const { content = [] } = await ask('listRequests')
  await ask('getRequest', { of: content[0]?.id ?? 'none' })
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
  const passwords = { current_password: PASSWORD, new_password: `${PASSWORD} ${round}` }
  await ask('changeOwnPassword', { token, body: passwords })
  await ask('endOtherSessions', { token })
  await ask('signUserOut', { token, of: 'me' })
}
