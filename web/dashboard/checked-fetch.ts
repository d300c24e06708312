/** What `/forms.js` tells: the answer of the server to a request that its schemas refuse. */
interface Forms {
  readonly refusalOf: (method: string, path: string, body: unknown) => { readonly status: number } | undefined
}

let loading: Promise<Forms> | undefined

function loadForms(): Promise<Forms> {
  const address = new URL('/forms.js', location.href).href
  loading ??= import(/* @vite-ignore */ address)
  return loading
}

/** Asks the server, unless its own schemas refuse what is sent: then the answer is the same, and nothing has left the page. */
export async function checkedFetch(address: string | URL | Request, init?: RequestInit): Promise<Response> {
  const refused = await refusedHere(String(address), init)
  // It has no number under which the server could know it.
  return refused
    ? Response.json({ ...refused, instance: undefined }, { status: refused.status })
    : fetch(address, init)
}

async function refusedHere(address: string, init?: RequestInit) {
  if (typeof init?.body !== 'string') return undefined
  try {
    const { refusalOf } = await loadForms()
    return refusalOf(init.method ?? 'GET', new URL(address).pathname, JSON.parse(init.body))
  } catch {
    // Without the line it is not loaded, and loaded when there is one again.
    loading = undefined
    return undefined
  }
}
