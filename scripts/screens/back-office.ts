import { z } from 'zod'

/** Asks the back office for what a screen needs to show something. */
export interface BackOffice {
  readonly url: string
  readonly key: string
}

/** The offer with the most to see: hours, a limit, a budget, and what it gave. */
export const SHOWN_OFFER = 'reward_offers?state=ACTIVE&search_value=early'

const ANY_PAGE = z.object({ content: z.array(z.object({ id: z.string() })) })

export async function call(
  { url, key }: BackOffice,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(`${url}/backoffice/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return answer.json()
}

/** The id of the first one of a list. */
export async function firstOf(office: BackOffice, list: string): Promise<string | undefined> {
  const page = ANY_PAGE.parse(await call(office, 'GET', `${list}${list.includes('?') ? '&' : '?'}size=1`))
  return page.content[0]?.id
}

/** The same where nothing can be shown without one. */
export async function needed(office: BackOffice, list: string): Promise<string> {
  const id = await firstOf(office, list)
  if (id === undefined) throw new Error(`there is nothing to show of ${list}`)
  return id
}

const CODED = z.object({ content: z.array(z.object({ id: z.string(), code: z.string() })) })

/** The code of some other contact. */
export async function otherThan(office: BackOffice, contact: string): Promise<string> {
  const { content } = CODED.parse(await call(office, 'GET', 'contacts?size=2'))
  const other = content.find(({ id }) => id !== contact)
  if (!other) throw new Error('there is no other contact')
  return other.code
}

const PAIRED = z.object({
  content: z.array(z.object({ contacts: z.array(z.object({ id: z.string() })) })),
})

/** Two contacts that may be one person, as the address of their comparison names them. */
export async function pairAlike(office: BackOffice): Promise<string> {
  const { content } = PAIRED.parse(await call(office, 'GET', 'contacts_alike?size=1'))
  const [pair] = content
  if (!pair) throw new Error('no two contacts are alike')
  return pair.contacts.map(({ id }) => id).join('~')
}
