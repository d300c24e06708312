import { isIP } from 'node:net'
import type { Mode } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import { type Allowed, isReachable } from './public-address.ts'

/**
 * An address that a business enters, as it is kept, or a refusal that says what is wrong with it. Names are looked at again, with every
 * address they stand for, whenever it is called.
 */
export function targetOf(url: string, mode: Mode, allowed: Allowed): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !['https:', 'http:'].includes(parsed.protocol)) {
    throw invalidField('url', url, 'an https address is needed')
  }
  if (mode === 'LIVE' && parsed.protocol !== 'https:') {
    throw invalidField('url', url, 'in LIVE mode it must begin with https://')
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw invalidField(
      'url',
      '(with a password)',
      'no name or password may be in it; check the signature instead',
    )
  }
  const host = hostOf(parsed)
  if (isIP(host) !== 0 && !isReachable(host, allowed)) {
    throw invalidField('url', url, 'it must lead to a public address of the internet')
  }
  return parsed.href
}

/** The host without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
}
