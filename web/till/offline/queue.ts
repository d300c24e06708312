import type { SubmitPurchaseBody, Tillback } from '@tillback/sdk'
import { nextEntry, type SignedEntry, signedEnd } from './chain.ts'
import { change, readAll } from './database.ts'
import { type Identity, identityOf, knownIdentity, registerAnew } from './identity.ts'

/** What waits for the line: a purchase in the till's chain, or the void of a first try. */
export type Waiting = {
  readonly id: number
  readonly scope: string
  readonly idempotencyKey: string
  readonly reference: string
  readonly at: number
} & (
  | { readonly kind: 'PURCHASE'; readonly till: string; readonly entry: SignedEntry }
  | { readonly kind: 'VOID' }
)

/** What became of it. */
export interface Done {
  readonly id: number
  readonly scope: string
  readonly reference: string
  readonly at: number
  /** Undefined: taken. */
  readonly refusal: string | undefined
  readonly award: number | undefined
}

export interface Queued {
  readonly reference: string
  readonly at: number
  readonly idempotencyKey: string
}

// One at a time, over all tabs: a number of the chain is given once.
const WRITING = 'tillback-till-writing'

/** The purchase is signed, numbered and kept before this resolves; after that it survives whatever happens to the page. */
export function queuePurchase(
  client: Tillback,
  scope: string,
  { body, ...queued }: Queued & { readonly body: SubmitPurchaseBody },
): Promise<void> {
  return navigator.locks.request(WRITING, async () => {
    const identity = await identityOf(client, scope)
    const { entry, after } = await next(identity, JSON.stringify(body))
    await change(['waiting', 'identities'], (store) => {
      store('waiting').add({ ...queued, scope, kind: 'PURCHASE', till: identity.till, entry })
      store('identities').put({ ...identity, ...after })
    })
  })
}

export function queueVoid(scope: string, queued: Queued): Promise<void> {
  return change(['waiting'], (store) => void store('waiting').add({ ...queued, scope, kind: 'VOID' }))
}

/** A till whose chain is refused begins another one, with what still waits: no sale is lost, and what was wrong stays recorded. */
export function beginAnew(client: Tillback, scope: string): Promise<void> {
  return navigator.locks.request(WRITING, async () => {
    const waiting = await waitingIn(scope)
    let identity = await registerAnew(client, scope)
    const renewed: Waiting[] = []
    for (const each of waiting) {
      if (each.kind === 'VOID') continue
      const { entry, after } = await next(identity, each.entry.payload)
      renewed.push({ ...each, idempotencyKey: crypto.randomUUID(), till: identity.till, entry })
      identity = { ...identity, ...after }
    }
    await change(['waiting', 'identities'], (store) => {
      for (const each of renewed) store('waiting').put(each)
      store('identities').put(identity)
    })
  })
}

/** Where the chain ends when nothing of it waits any more; undefined: something waits, or nothing was ever queued. */
export function endOfChain(scope: string) {
  return navigator.locks.request(WRITING, async () => {
    const identity = await knownIdentity(scope)
    const waiting = await waitingIn(scope)
    if (!identity || identity.counter === 0 || waiting.length > 0) return undefined
    const { till, keys } = identity
    return { till, end: await signedEnd({ till, key: keys.privateKey }, identity) }
  })
}

function next({ till, keys, counter, head }: Identity, payload: string) {
  return nextEntry({ till, key: keys.privateKey }, { counter, head }, payload)
}

/** In the order in which they were made. */
export async function waitingIn(scope: string): Promise<readonly Waiting[]> {
  const all = await readAll('waiting')
  return all.filter((each): each is Waiting => isOf(each, scope)).sort((a, b) => a.id - b.id)
}

export async function doneIn(scope: string): Promise<readonly Done[]> {
  const all = await readAll('done')
  return all.filter((each): each is Done => isOf(each, scope)).sort((a, b) => b.id - a.id)
}

const MOST_DONE = 50

export async function settle(waiting: Waiting, outcome: Pick<Done, 'refusal' | 'award'>): Promise<void> {
  const { id, scope, reference, at } = waiting
  const old = (await doneIn(scope)).slice(MOST_DONE - 1)
  await change(['waiting', 'done'], (store) => {
    store('waiting').delete(id)
    store('done').put({ id, scope, reference, at, ...outcome })
    for (const each of old) store('done').delete(each.id)
  })
}

function isOf(value: unknown, scope: string): boolean {
  return typeof value === 'object' && value !== null && 'scope' in value && value.scope === scope
}

export { identityOf, knownIdentity }
