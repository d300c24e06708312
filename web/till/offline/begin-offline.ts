/** Keeps the till's own files on this device, so that it starts without a line. */
export function beginOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  // Private windows and old browsers: the till works, only it does not start without a line.
  navigator.serviceWorker.register('/till/worker.js', { scope: '/till/' }).catch(() => {})
  void controlled().then(fetchAll)
}

/** From when on the worker keeps what the page fetches. */
async function controlled(): Promise<void> {
  await navigator.serviceWorker.ready
  if (navigator.serviceWorker.controller) return
  await new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
}

/** What has to be there without a line although the first sight does not need it. */
async function fetchAll(): Promise<void> {
  await Promise.allSettled([import('../print/esc-pos.ts'), import('../print/kitchen-ticket.ts')])
}
