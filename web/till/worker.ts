// The till without a line: its page, its files and its letters come from this device. Answers of the API are never kept here; what the
// till needs of them it keeps itself.

/** What a service worker meets; the page's own types know nothing of it. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const worker = globalThis as unknown as Worker
const KEPT = 'tillback-till-1'
const PAGES = ['/till/', '/till/display.html']
/** A line that hangs is as good as none: the shop has opened and customers wait. */
const PATIENCE = 3_000

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(PAGES.map(keepPage)).then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('tillback-till-') && name !== KEPT) await caches.delete(name)
      }
      await worker.clients.claim()
    })(),
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && url.pathname.startsWith('/till')) event.respondWith(page(pageAt(url)))
  // Their names carry their hash, so that what was kept is what is meant.
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

function pageAt({ pathname }: URL): string {
  return PAGES.find((each) => each === pathname || each === `${pathname}.html`) ?? '/till/'
}

/** The newest page while there is a line, the last one without. */
async function page(address: string): Promise<Response> {
  try {
    const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE) })
    if (response.ok) {
      const cache = await caches.open(KEPT)
      await cache.put(address, response.clone())
    }
    return response
  } catch (error) {
    const last = await caches.match(address)
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

const NAMED_IN_PAGE = /(?:src|href)="(\/assets\/[^"]+)"/g
const NAMED_IN_STYLE = /url\(["']?(\/assets\/[^"')]+)/g

/** The page, the files that it names and the letters that those name, so that the first visit is enough. */
async function keepPage(address: string): Promise<void> {
  const response = await fetch(address, { cache: 'no-cache' })
  const files = namedIn(await response.clone().text(), NAMED_IN_PAGE)
  const cache = await caches.open(KEPT)
  await cache.put(address, response)
  await cache.addAll(files)
  for (const style of files.filter((file) => file.endsWith('.css'))) {
    const kept = await cache.match(style)
    await cache.addAll(namedIn((await kept?.text()) ?? '', NAMED_IN_STYLE))
  }
}

function namedIn(text: string, names: RegExp): string[] {
  const all = [...text.matchAll(names)].map(([, file]) => file).filter((file) => file !== undefined)
  return [...new Set(all)]
}

// A file of its own, so that its names are not those of another worker.
export {}
