import { invalidField, missingField } from '../kit/error.ts'
import type { SIGN_UP_METHODS, SIGN_UP_OPTIONS, SignUp } from './scheme.ts'

/** What a request says of the sign-up; what is left out stays. */
export interface SentSignUp {
  readonly sign_up_option?: (typeof SIGN_UP_OPTIONS)[number] | undefined
  readonly sign_up_method?: (typeof SIGN_UP_METHODS)[number] | null | undefined
  readonly email_domains?: readonly string[] | null | undefined
}

/** A method means something in a closed loop only, and domains for its method only: elsewhere they end by themselves. */
export function changedSignUp(before: SignUp, sent: SentSignUp): SignUp {
  const option = sent.sign_up_option ?? before.option
  if (option !== 'CLOSE_LOOP_SIGN_UP') {
    refuseMethod(sent, option)
    refuseDomains(sent, option)
    return { option }
  }
  const method = sent.sign_up_method === undefined ? methodOf(before) : sent.sign_up_method
  if (!method) throw missingField('sign_up_method', 'CLOSE_LOOP_SIGN_UP needs EMAIL_DOMAIN or CODE')
  if (method === 'CODE') {
    refuseDomains(sent, method)
    return { option, method }
  }
  const emailDomains = (sent.email_domains === undefined ? domainsOf(before) : sent.email_domains) ?? []
  if (emailDomains.length === 0) throw missingField('email_domains', 'EMAIL_DOMAIN needs at least one')
  return { option, method, emailDomains }
}

export function methodOf(signUp: SignUp): (typeof SIGN_UP_METHODS)[number] | null {
  return 'method' in signUp ? signUp.method : null
}

export function domainsOf(signUp: SignUp): readonly string[] {
  return 'emailDomains' in signUp ? signUp.emailDomains : []
}

function refuseMethod({ sign_up_method }: SentSignUp, option: string): void {
  if (!sign_up_method) return
  throw invalidField('sign_up_method', sign_up_method, `${option} has none; it needs CLOSE_LOOP_SIGN_UP`)
}

function refuseDomains({ email_domains }: SentSignUp, option: string): void {
  if (!email_domains || email_domains.length === 0) return
  throw invalidField(
    'email_domains',
    email_domains.join(', '),
    `${option} has none; they need the sign_up_method EMAIL_DOMAIN`,
  )
}
