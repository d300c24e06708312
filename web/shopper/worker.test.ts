import { beforeEach, expect, test, vi } from 'vitest'

type Heard = (event: object) => void

const heard = new Map<string, Heard>()
const shown: { readonly title: string; readonly body: string }[] = []
let pages: { readonly url: string; focus(): void; postMessage(message: unknown): void }[] = []
const opened: string[] = []

vi.stubGlobal('addEventListener', (type: string, listener: Heard) => heard.set(type, listener))
vi.stubGlobal('registration', {
  showNotification: async (title: string, { body }: { readonly body: string }) => shown.push({ title, body }),
})
vi.stubGlobal('clients', {
  matchAll: async () => pages,
  openWindow: async (url: string) => opened.push(url),
})
await import('./worker.ts')

/** Until all that the worker wants to do about it is done. */
async function happens(type: string, event: object): Promise<void> {
  const work: Promise<unknown>[] = []
  heard.get(type)?.({ ...event, waitUntil: (some: Promise<unknown>) => work.push(some) })
  await Promise.all(work)
}

beforeEach(() => {
  shown.length = 0
  opened.length = 0
  pages = []
})

test('a message that is pushed is shown, and pages that are open are told of it', async () => {
  const told: unknown[] = []
  const page = {
    url: 'https://shop.example/shopper/?view=offers',
    focus: () => {},
    postMessage: told.push.bind(told),
  }
  pages = [page, { ...page, url: 'https://shop.example/till/' }]
  const message = { id: 'm1', title: 'You earned 2.00 EUR', body: 'At Corner.', language: 'en' }
  await happens('push', { data: { json: () => message } })
  expect(shown).toEqual([{ title: 'You earned 2.00 EUR', body: 'At Corner.' }])
  expect(told).toEqual(['PUSHED'])
})

test('a message that is tapped brings the open app to the front, and opens the inbox where none is', async () => {
  const notification = { close: vi.fn() }
  await happens('notificationclick', { notification })
  expect(opened).toEqual(['/shopper/?view=inbox'])
  const focus = vi.fn()
  pages = [{ url: 'https://shop.example/shopper/', focus, postMessage: () => {} }]
  await happens('notificationclick', { notification })
  expect([opened.length, focus.mock.calls.length, notification.close.mock.calls.length]).toEqual([1, 1, 2])
})
