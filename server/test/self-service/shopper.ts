import { type Answer, ask } from '../harness.ts'
import type { Shop } from '../shop.ts'

/** A contact in their app: what they send is below /self-service/v2, under their own token. */
export interface Shopper {
  readonly id: string
  readonly code: string
  readonly email: string
  readonly wallet: string
  readonly token: string
  readonly refreshToken: string
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

/** The key that the business's app carries. */
export async function appKey({ call }: Pick<Shop, 'call'>): Promise<string> {
  const made = await call('POST', 'api_keys', { name: 'app', kind: 'PUBLISHABLE' })
  if (made.status !== 200) throw new Error(made.text)
  return made.body.key
}

export function asContact(url: string, token: string): Shopper['call'] {
  return (method, path, body, headers) =>
    ask(url, token, {
      method,
      path: `/self-service/v2/${path}`,
      ...(body === undefined && method !== 'POST' && method !== 'PUT' ? {} : { body: body ?? {} }),
      headers,
    })
}

/** Registers a contact at the till's side and signs them in with a code, in TEST mode. */
export async function signIn(url: string, shop: Shop, name: string): Promise<Shopper> {
  const key = await appKey(shop)
  const email = `${name.toLowerCase()}@example.com`
  const made = await shop.call('POST', 'contacts', {
    code: name,
    first_name: name,
    last_name: 'Example',
    emails: [{ email_address: email }],
  })
  if (made.status !== 200) throw new Error(made.text)
  const app = asContact(url, key)
  const credentials = [{ name: 'EMAIL', value: email }]
  const { body: sent } = await app('POST', 'contacts/otp', { method: 'EMAIL', credentials })
  const { auth_otp, code } = sent
  const signed = await app('POST', 'contacts/validate_otp', { auth_otp, code })
  if (signed.status !== 200) throw new Error(signed.text)
  const { access_token: token, refresh_token: refreshToken, contact } = signed.body
  const wallet = made.body.wallet.id
  return { id: contact.id, code: name, email, wallet, token, refreshToken, call: asContact(url, token) }
}
