import { openAuthenticator } from '../../../server/test/authenticator.ts'
import type { SignedIn } from '../server.ts'
import { PASSWORD } from '../values.ts'
import { type Asked, type Guide, soon } from './guide.ts'
import { inTheWallet } from './own-wallet.ts'

/** A contact in their app, from the registration to the second sign-in: from then on it is them who drawn requests ask as. */
export async function inTheApp({ ask, round }: Guide): Promise<SignedIn> {
  const email = `own-${round}@example.com`
  const identification = { provider: 'EMAIL', email, password: PASSWORD }
  const { auth_otp = 'none', code = '000000' } = await ask('registerContact', { body: { identification } })
  const proved = await ask('proveSignInCode', { body: { auth_otp, code } })
  const id: string = proved.contact?.id ?? 'none'
  const credentials = [{ name: 'EMAIL', value: email }]
  await ask('sendSignInCode', { body: { method: 'EMAIL', credentials } })
  const signIn = { provider: 'EMAIL', username: email, password: PASSWORD }
  const { refresh_token = 'none' } = await ask('authenticateContact', { body: signIn })
  const { access_token: token = 'none' } = await ask('refreshContactSession', { body: { refresh_token } })
  const mine = (name: string, asked: Asked = {}) => ask(name, { token, ...asked })
  const profile = await mine('getProfile', { of: id })
  const wallet: string = profile.wallet?.id ?? 'none'
  for (const name of [
    'listOwnDevices',
    'exportOwnData',
    'listOwnOrders',
    'listOwnPurchases',
    'listOwnTokens',
  ])
    await mine(name, { of: id })
  for (const name of ['listOwnSchemes', 'getOwnSpendPreferences', 'listOwnGoals', 'getOwnRewards'])
    await mine(name, { of: id })
  await mine('analyseOwn', { of: id, query: '?frequency=MONTHLY&metrics=total_orders,wallet_totals' })
  await mine('rehearseOwnSpending', { of: id, body: { enable_automatic_spend: true } })
  await mine('updateProfile', { of: id, body: { first_name: 'Own' } })
  await inTheWallet({ ask: mine, round }, { contact: id, wallet }, ask)
  await withPasskey(mine, id, ask)
  await mine('signOutContact')
  const { access_token: again = 'none' } = await ask('authenticateContact', { body: signIn })
  return { token: again, contact: id, wallet }
}

/** A device that signs its owner in, and what staff see of it. */
async function withPasskey(ask: Guide['ask'], of: string, staff: Guide['ask']): Promise<void> {
  const device = openAuthenticator()
  const { public_key: wanted } = await ask('askForOwnPasskey', { of })
  const credential = wanted && device.create(wanted)
  const { id: passkey = 'none' } = await ask('registerOwnPasskey', { of, body: { credential } })
  await ask('listOwnPasskeys', { of })
  await ask('renameOwnPasskey', { of: [of, passkey], body: { name: 'Phone' } })
  const { public_key: asked } = await ask('askForPasskeySignIn')
  await ask('signInWithPasskey', { body: { credential: asked && device.get(asked) } })
  await ask('removeOwnPasskey', { of: [of, passkey] })
  await staff('listContactPasskeys', { of })
  await staff('removeContactPasskey', { of: [of, passkey] })
  await staff('listContactSessions', { of })
  await staff('endContactSession', { of: [of, 'none'] })
}

/** What the contact of the tour before was told since; then they leave. */
export async function inTheAppLater({ ask }: Guide, { token, contact }: SignedIn): Promise<void> {
  const mine = (name: string, asked: Asked = {}) => ask(name, { token, ...asked })
  const of = await soon(async () => (await mine('listOwnCommunications', { of: contact })).content?.[0]?.id)
  await mine('getOwnCommunication', { of: of ?? 'none' })
  await mine('markOwnCommunication', { of: of ?? 'none', body: { viewed: true } })
  await mine('markOwnInbox', { of: contact, body: { viewed: true } })
  await mine('deleteProfile', { of: contact, query: '?leave_money=true' })
}
