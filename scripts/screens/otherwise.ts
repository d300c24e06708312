import type { Page } from 'playwright-core'
import { z } from 'zod'
import { type Act, settled } from './screen.ts'

const RECORD = z.looseObject({ id: z.string().optional() })
const PAGE = z.looseObject({ content: z.array(RECORD) })

interface Refusal {
  readonly status: number
  readonly error: string
  readonly message: string
  readonly parameters: readonly string[]
  /** What is named to whoever looks for the cause. */
  readonly instance: string
}

const instance = 'req_01a2298ecbcc7000858e0c34dfdf7a0c'

export const FAILED: Refusal = {
  status: 500,
  error: 'CRM.EXCEPTIONS.INTERNALEXCEPTION',
  message: 'Something went wrong on our side; nothing was changed. Try again, or report the request id.',
  parameters: [],
  instance,
}
export const FORBIDDEN: Refusal = {
  status: 403,
  error: 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION',
  message: 'The key may not do this.',
  parameters: ['purchases:read'],
  instance,
}

/** The page as it is when what it reads there is refused; until `asItIs`. */
export const refused =
  (asked: RegExp, refusal: Refusal): Act =>
  async (page) => {
    await page.route(asked, (route) => route.fulfill({ status: refusal.status, json: refusal }))
    await anew(page)
  }

/** The page as it is when the record with this id is another, alone and in lists; until `asItIs`. */
export const changed =
  (asked: RegExp, id: string, changes: () => object): Act =>
  async (page) => {
    await page.route(asked, async (route) => {
      const told: unknown = await (await route.fetch()).json()
      const { success: isPage, data: list } = PAGE.safeParse(told)
      const become = (each: z.output<typeof RECORD>) => (each.id === id ? { ...each, ...changes() } : each)
      await route.fulfill({
        json: isPage ? { ...list, content: list.content.map(become) } : become(RECORD.parse(told)),
      })
    })
    await anew(page)
  }

/** The page as it is when what it asks for is answered so; until `asItIs`. */
export const answered =
  (asked: RegExp, answer: () => object): Act =>
  async (page) => {
    await page.route(asked, (route) => route.fulfill({ json: answer() }))
    await anew(page)
  }

/** What is asked for is answered by the server again. */
export const asItIs: Act = (page) => page.unrouteAll({ behavior: 'ignoreErrors' })

async function anew(page: Page): Promise<void> {
  await page.reload()
  await settled(page)
}
