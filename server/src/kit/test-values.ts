/**
 * Values that mean something in TEST mode alone, so that an integrator meets what is rare when they want to; `docs/test-mode.md` has them
 * as tables, and a test reads those.
 */

/** One-time codes of tills: nobody was given them, and they count as no wrong try. */
const CODES = {
  '000001': 'EXPIRED',
  '000002': 'USED',
  '000003': 'TILL_BLOCKED',
  '000004': 'CODE_DEAD',
} as const
export type CodeBehaviour = (typeof CODES)[keyof typeof CODES]

/** How people behave, by what they are identified with: an e-mail address, a phone number, a card. */
const PEOPLE = {
  TAKEN: ['taken@test-mode.example', '+35799000001', 'TEST-TAKEN'],
  NOBODY: ['nobody@test-mode.example', '+35799000002', 'TEST-NOBODY'],
  FIXED_CODE: ['code@test-mode.example', '+35799000003'],
  BLOCKED: ['blocked@test-mode.example', '+35799000004'],
} as const
export type PersonBehaviour = keyof typeof PEOPLE

/** What a contact who behaves as FIXED_CODE is always sent. */
export const FIXED_CODE = '246810'

const byValue = new Map<string, PersonBehaviour>()
for (const [behaviour, values] of Object.entries(PEOPLE))
  for (const value of values) if (isBehaviour(behaviour)) byValue.set(value.toLowerCase(), behaviour)

function isBehaviour(name: string): name is PersonBehaviour {
  return name in PEOPLE
}

/** Why a code is refused; undefined: it is like any other, as all are in LIVE mode. */
export function behaviourOfCode(
  { mode }: { readonly mode: string },
  code: string,
): CodeBehaviour | undefined {
  if (mode !== 'TEST') return undefined
  return Object.entries(CODES).find(([each]) => each === code)?.[1]
}

export function behaviourOfPerson(
  { mode }: { readonly mode: string },
  identifiers: readonly { readonly value: string }[],
): PersonBehaviour | undefined {
  if (mode !== 'TEST') return undefined
  for (const { value } of identifiers) {
    const behaviour = byValue.get(value.toLowerCase())
    if (behaviour) return behaviour
  }
  return undefined
}
