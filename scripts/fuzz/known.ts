import type { Random } from '../simulate/random.ts'

/**
 * Identifiers that the server has told, by the kind of thing they name: requests that name them get past the first check and
 * reach what is behind it.
 */
export interface Known {
  /** Keeps every id and code of an answer to a request for that path. */
  learn(path: string, answer: unknown): void
  /** Names that are known for wrong, such as those of a contact that was erased. */
  forget(value: string): void
  /** An identifier for a field or a parameter of that name. */
  draw(name: string, random: Random): string | undefined
}

const MOST = 40
const IDENTIFYING = new Set(['id', 'code', 'reference_number', 'sku', 'identifier', 'number'])
/** Of a kind of their own, whatever they are part of. */
const OF_THEIR_OWN = new Set(['username', 'invitation', 'refresh_token', 'auth_otp'])

export function openKnown(): Known {
  const byKind = new Map<string, string[]>()
  const keep = (kind: string, text: string) => {
    const kept = byKind.get(kind) ?? []
    if (kept.includes(text)) return
    kept.push(text)
    if (kept.length > MOST) kept.shift()
    byKind.set(kind, kept)
  }
  const walk = (kind: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value.slice(0, 5)) walk(kind, item)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object') walk(key === 'content' ? kind : kindOf(key), inner)
      else if (typeof inner === 'string' && OF_THEIR_OWN.has(key)) keep(key, inner)
      else if (typeof inner === 'string' && IDENTIFYING.has(key)) keep(kind, inner)
      else if (typeof inner === 'string' && key.endsWith('_id')) keep(kindOf(key), inner)
    }
  }
  return {
    learn: (path, answer) => walk(resourceOf(path), answer),
    forget: (value) => {
      for (const [kind, kept] of byKind)
        byKind.set(
          kind,
          kept.filter((each) => each !== value),
        )
    },
    draw: (name, random) => {
      const found = byKind.get(kindOf(name))
      return found && found.length > 0 ? random.pick(found) : undefined
    },
  }
}

/** What a path is about: "purchases" of /backoffice/v2/purchases/{id}. */
export function resourceOf(path: string): string {
  return kindOf(path.split(/[/?]/)[3] ?? '')
}

const SAME: Readonly<Record<string, string>> = {
  customer: 'contact',
  merchant: 'organisation',
  venue: 'organisation',
  parent: 'organisation',
  funder: 'organisation',
  family: 'group',
  brand: 'group',
  otp: 'token',
}

/** "reward_offers", "offer", "reward_offer_id" are all of one kind. */
function kindOf(name: string): string {
  if (OF_THEIR_OWN.has(name)) return name
  const word =
    name
      .replace(/_?(id|code)$/, '')
      .split('_')
      .at(-1) ?? ''
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=ss)es$|(?<!s)s$/, '')
  return SAME[single] ?? single
}
