import { beginCall, endCall } from './calls.ts'
import { learnTime } from './clock.ts'
import { answeredIn, noAnswer } from './link.ts'

/** `fetch` that tells the log what was asked and answered, and the link state how long it took. */
export const followedFetch: typeof fetch = async (input, init) => {
  const url = new URL(String(input))
  const began = performance.now()
  const id = beginCall({
    at: Date.now(),
    method: init?.method ?? 'GET',
    path: url.pathname + url.search,
    request: typeof init?.body === 'string' ? init.body : undefined,
  })
  try {
    const response = await fetch(input, init)
    const answer = await response.text()
    const ms = Math.round(performance.now() - began)
    endCall(id, { status: response.status, ms, answer })
    answeredIn(ms)
    learnTime(response.headers.get('date'))
    return new Response(answer, { status: response.status, headers: response.headers })
  } catch (error) {
    endCall(id, { status: 0, ms: Math.round(performance.now() - began), answer: undefined })
    // What the page itself gave up (a quote that is out of date) says nothing about the line.
    if (!isGivenUp(init?.signal)) noAnswer()
    throw error
  }
}

/** The SDK ends a call that takes too long with an error of its own; whoever leaves a call aborts it without one. */
function isGivenUp(signal: AbortSignal | null | undefined): boolean {
  if (!signal?.aborted) return false
  return !(signal.reason instanceof Error) || signal.reason.name === 'AbortError'
}
