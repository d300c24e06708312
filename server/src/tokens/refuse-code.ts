import type { Work } from '../db/index.ts'
import type { Refusal } from '../kit/error.ts'
import { behaviourOfCode } from '../kit/test-values.ts'
import { later, MINUTE, SECOND } from '../kit/time.ts'
import { MOST_WRONG } from './token.ts'
import { TokenAlreadyUsed, TokenExpired, TooManyAttempts } from './tokens.errors.ts'

export function tillMustWait(tries: number, until: Date, at: Date): Refusal {
  return TooManyAttempts({
    parameters: ['till', String(tries)],
    detail: `This till sent ${tries} wrong one-time codes; it may try again at ${until.toISOString()}. Other means of identification work.`,
    retryAfterSeconds: Math.ceil((until.getTime() - at.getTime()) / SECOND),
  })
}

export function codeIsDead(): Refusal {
  return TooManyAttempts({
    parameters: ['otp', String(MOST_WRONG)],
    detail: `The 6 digits are refused after ${MOST_WRONG} wrong ones; scan the 16 digits, or ask the contact for a new code.`,
  })
}

/** In TEST mode some codes are always refused, each for a reason of its own; undefined: this is none of them. */
export function refusalPretended(
  { actor, at }: Pick<Work, 'actor' | 'at'>,
  code: string,
): Refusal | undefined {
  const behaviour = behaviourOfCode(actor, code)
  if (behaviour === 'TILL_BLOCKED') return tillMustWait(MOST_WRONG, later(at, MINUTE), at)
  if (behaviour === 'CODE_DEAD') return codeIsDead()
  if (behaviour === 'USED') {
    return TokenAlreadyUsed({
      parameters: ['contact.otp'],
      detail: 'This one-time code is always used already in TEST mode.',
    })
  }
  if (behaviour === undefined) return undefined
  return TokenExpired({
    parameters: ['contact.otp', String(Math.floor(at.getTime() / SECOND))],
    detail: 'This one-time code is always over in TEST mode.',
  })
}
