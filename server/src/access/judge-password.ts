import { invalidField, type Refusal } from '../kit/error.ts'

/**
 * NIST SP 800-63B: length counts, composition does not, nothing is cut, nothing ends by age; what everybody tries first is
 * refused. Compared and hashed in the form NFKC, so that one password is one, whichever keyboard wrote it.
 */
const LEAST = 12
const MOST = 200
const LEAST_DIFFERENT = 5

export function normalised(password: string): string {
  return password.normalize('NFKC')
}

const COMMON = [
  'password',
  'passwort',
  'contrasena',
  'motdepasse',
  'parola',
  'qwerty',
  'qwertz',
  'azerty',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'admin',
  'changeme',
  'trustno',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'master',
  'shadow',
  'secret',
  'default',
  'hello',
  'login',
  'abc',
  'test',
  'user',
  'owner',
  'manager',
  'till',
  'tillback',
] as const
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
] as const
const LONGEST_RUN = 6

export interface Around {
  /** What belongs to whose password it is: their username, name, business. */
  readonly known: readonly (string | undefined)[]
}

/** Refuses what is guessed first, saying why; the password itself is not in the refusal. */
export function refusePassword(path: string, sent: string, { known }: Around): void {
  const password = normalised(sent)
  const length = [...password].length
  if (length < LEAST || length > MOST) {
    throw invalidField(path, `${length} characters long`, `${LEAST} to ${MOST} are needed`)
  }
  const why = weaknessOf(password.toLowerCase(), known)
  if (why) throw weak(path, why)
}

function weak(path: string, why: string): Refusal {
  return invalidField(
    path,
    why,
    'choose one that is hard to guess, such as four words that have nothing to do with each other',
  )
}

function weaknessOf(password: string, known: Around['known']): string | undefined {
  if (new Set(password).size < LEAST_DIFFERENT)
    return `made of fewer than ${LEAST_DIFFERENT} different characters`
  if (/^(.{1,6}?)\1+.{0,5}$/.test(password)) return 'the same again and again'
  const left = withoutRuns(password)
  if (left.length < LONGEST_RUN) return 'a row of the alphabet or keyboard'
  const words = known
    .flatMap((text) => (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3)
  if (isNearly(left, words)) return 'your own name or that of the business'
  if (isNearly(left, COMMON)) return 'one of those that everybody tries first'
  return undefined
}

/** Whether little is left without the words, digits and signs. */
function isNearly(password: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const plain = password.replaceAll('0', 'o').replaceAll('@', 'a').replaceAll('$', 's').replaceAll('3', 'e')
  if (!longestFirst.some((word) => plain.includes(word))) return false
  const left = longestFirst
    .reduce((text, word) => text.replaceAll(word, ''), plain)
    .replaceAll(/[^\p{L}]/gu, '')
  return left.length < 4
}

function withoutRuns(password: string): string {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
  let left = password
  for (let length = password.length; length >= LONGEST_RUN - 1; length--) {
    for (let start = 0; start + length <= left.length; start++) {
      const part = left.slice(start, start + length)
      if (rows.some((row) => row.includes(part))) left = left.replace(part, '')
    }
  }
  return left
}
