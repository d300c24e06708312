// The shopper's app without a connection: its page and files come from the device, and so does a message that was pushed. Answers of
// the API are never kept here; what the app may show of them it keeps itself.

/** What a service worker meets; the page's own types know nothing of it. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface Pushing extends Lasting {
  readonly data: { json(): Pushed } | null
}
interface Clicked extends Lasting {
  readonly notification: { close(): void }
}
/** A page of the app that is open. */
interface Open {
  readonly url: string
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void
  addEventListener(type: 'push', heard: (event: Pushing) => void): void
  addEventListener(type: 'notificationclick', heard: (event: Clicked) => void): void
  skipWaiting(): Promise<void>
  readonly clients: {
    claim(): Promise<void>
    openWindow(url: string): Promise<unknown>
    matchAll(options: { readonly type: 'window' }): Promise<readonly Open[]>
  }
  readonly registration: {
    showNotification(
      title: string,
      options: Readonly<Record<'body' | 'icon' | 'lang' | 'tag', string>>,
    ): Promise<void>
  }
}

const worker = globalThis as unknown as Worker
const KEPT = 'tillback-shopper-1'
const PAGE = '/shopper/'

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('tillback-shopper-') && name !== KEPT) await caches.delete(name)
      }
      await worker.clients.claim()
    })(),
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && url.pathname.startsWith(PAGE)) event.respondWith(page())
  // Their names carry their hash, so that what was kept is what is meant.
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/** The newest page while there is a connection, the last one without. */
async function page(): Promise<Response> {
  try {
    const response = await fetch(PAGE, { cache: 'no-cache' })
    if (response.ok) {
      const cache = await caches.open(KEPT)
      await cache.put(PAGE, response.clone())
    }
    return response
  } catch (error) {
    const last = await caches.match(PAGE)
    if (last) return last
    throw error
  }
}

async function asset(request: Request): Promise<Response> {
  const last = await caches.match(request)
  if (last) return last
  const response = await fetch(request)
  if (response.ok) {
    const cache = await caches.open(KEPT)
    await cache.put(request, response.clone())
  }
  return response
}

const FILES = /(?:src|href)="(\/assets\/[^"]+)"/g

/** The page and the files that it names, so that the first visit is enough. */
async function keepPage(): Promise<void> {
  const response = await fetch(PAGE, { cache: 'no-cache' })
  const text = await response.clone().text()
  const cache = await caches.open(KEPT)
  await cache.put(PAGE, response)
  const files = [...text.matchAll(FILES)].map(([, file]) => file).filter((file) => file !== undefined)
  await cache.addAll(files)
}

interface Pushed {
  readonly id?: string
  readonly title?: string
  readonly body?: string
  readonly language?: string
}

worker.addEventListener('push', (event) => {
  const { id = '', title = 'Wallet', body = '', language = '' }: Pushed = event.data?.json() ?? {}
  event.waitUntil(
    (async () => {
      const icon = '/shopper/icon-192.png'
      await worker.registration.showNotification(title, { body, icon, lang: language, tag: id })
      // Pages that are open show what happened without waiting for their next look.
      for (const open of await pagesOpen()) open.postMessage('PUSHED')
    })(),
  )
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    (async () => {
      const [open] = await pagesOpen()
      await (open ? open.focus() : worker.clients.openWindow(`${PAGE}?view=inbox`))
    })(),
  )
})

async function pagesOpen(): Promise<readonly Open[]> {
  const pages = await worker.clients.matchAll({ type: 'window' })
  return pages.filter(({ url }) => new URL(url).pathname.startsWith(PAGE))
}

// A module to the compiler, which would take its names for names of every page; what is built exports nothing.
export {}
