import { type Refusal, refusal } from '../kit/error.ts'
import { epochSeconds } from '../kit/time.ts'
import type { SpendToken } from './token.ts'

export const TokenExpired = refusal({
  name: 'TokenExpired',
  error: 'CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION',
  message: 'The one-time code is no longer valid.',
})

export const TokenAlreadyUsed = refusal({
  name: 'TokenAlreadyUsed',
  error: 'CRM.EXCEPTIONS.TOKENALREADYUSEDEXCEPTION',
  message: 'The one-time code has been used.',
})

export const TooManyAttempts = refusal({
  name: 'TooManyAttempts',
  error: 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION',
  message: 'Too many wrong one-time codes were sent.',
  status: 429,
})

export const SpendNotCovered = refusal({
  name: 'SpendNotCovered',
  error: 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTCOVEREDEXCEPTION',
  message: 'The wallet does not hold the amount that the one-time code would authorise.',
})

/** Why a token that was found may not be used; undefined: it may. */
export function tokenProblem({ state, expiresAt }: SpendToken, at: Date): Refusal | undefined {
  if (state === 'USED') {
    return TokenAlreadyUsed({
      parameters: ['contact.otp'],
      detail: 'This one-time code has paid another purchase; the contact makes a new one for each.',
    })
  }
  if (state === 'LIVE' && expiresAt > at) return undefined
  const why =
    state === 'REPLACED'
      ? 'The contact has made a newer one-time code; ask for that one.'
      : `This one-time code was valid until ${expiresAt.toISOString()}; ask the contact for a new one.`
  return TokenExpired({ parameters: ['contact.otp', String(epochSeconds(expiresAt))], detail: why })
}
