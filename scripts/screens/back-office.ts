import { z } from 'zod'

/** Asks the back office for what a screen needs to show something. */
export interface BackOffice {
  readonly url: string
  readonly key: string
}

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
