import { invalidField } from '../kit/error.ts'
import { MAX_DEPTH } from '../kit/limits.ts'
import { MAY_BE_UNSTORABLE, refuseUnstorable } from './unstorable.ts'

// Numbers that a double might not keep as written: an exponent, or more than 15 digits. In strings a match costs only time.
const RISKY_NUMBER = /[:[,]\s*-?(?:[\d.]{16,}|[\d.]+[eE])/
const FITS = /^-?[\d.]{1,15}$/

/**
 * Reads JSON so that no number loses a digit: risky ones stay the text that was sent, which the fields that take
 * numbers read exactly or refuse. Refuses bodies that are not JSON, too deep, or that try to reach object prototypes.
 */
export function readJson(text: string): unknown {
  const value = readJsonAsSent(text)
  if (MAY_BE_UNSTORABLE.test(text)) refuseUnstorable(value)
  return value
}

/** The same, but for texts that the database cannot hold, which are left to whoever looks at the parts. */
export function readJsonAsSent(text: string): unknown {
  const value = parse(text)
  refuseDepth(value, MAX_DEPTH)
  return value
}

function parse(text: string): unknown {
  try {
    if (!RISKY_NUMBER.test(text)) return JSON.parse(text)
    return JSON.parse(text, exactNumbers)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable'
    throw invalidField('body', `not JSON (${why})`, 'send one JSON object, or a form')
  }
}

interface Source {
  readonly source?: string
}

function exactNumbers(_: string, value: unknown, context?: Source): unknown {
  if (typeof value !== 'number') return value
  const source = context?.source ?? String(value)
  return FITS.test(source) ? value : source
}

function refuseDepth(value: unknown, left: number): void {
  if (typeof value !== 'object' || value === null) return
  if (left === 0) throw invalidField('body', `nested deeper than ${MAX_DEPTH} levels`, 'send a flatter body')
  for (const key in value) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      throw invalidField('body', `using the reserved name ${key}`, 'leave it out')
    }
    const inner: unknown = Reflect.get(value, key)
    if (typeof inner === 'object') refuseDepth(inner, left - 1)
  }
}
