import { describe, expect, test } from 'vitest'
import { base32Of, codeOfStep, stepAt, stepOfCode, totpUri } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

describe('codes of authenticator apps', () => {
  // RFC 6238, appendix B, SHA-1; the last six of its eight digits are the code of six.
  test.each`
    seconds        | code
    ${59}          | ${'94287082'}
    ${1111111109}  | ${'07081804'}
    ${1111111111}  | ${'14050471'}
    ${1234567890}  | ${'89005924'}
    ${2000000000}  | ${'69279037'}
    ${20000000000} | ${'65353130'}
  `('are those of RFC 6238 at $seconds', ({ seconds, code }) => {
    expect(codeOfStep(secret, stepAt(new Date(seconds * 1_000)))).toBe(code.slice(-6))
  })

  // RFC 4226, appendix D.
  test('are those of RFC 4226 at its first ten steps', () => {
    const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
    expect(codes.map((_, step) => codeOfStep(secret, step))).toEqual(codes)
  })

  test('are taken for the step before and after, and no further', () => {
    const at = new Date(1111111111_000)
    const now = stepAt(at)
    expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeOfStep(secret, now + off), at))).toEqual([
      undefined,
      now - 1,
      now,
      now + 1,
      undefined,
    ])
  })

  // RFC 4648, section 10.
  test.each`
    text        | base32
    ${''}       | ${''}
    ${'f'}      | ${'MY'}
    ${'fo'}     | ${'MZXQ'}
    ${'foo'}    | ${'MZXW6'}
    ${'foob'}   | ${'MZXW6YQ'}
    ${'fooba'}  | ${'MZXW6YTB'}
    ${'foobar'} | ${'MZXW6YTBOI'}
  `('have their secret written as $base32, like RFC 4648', ({ text, base32 }) => {
    expect(base32Of(Buffer.from(text))).toBe(base32)
  })

  test('are offered to apps as an address with the business and the name', () => {
    expect(totpUri(secret, { issuer: 'Café & Co', account: 'a@b.example' })).toBe(
      'otpauth://totp/Caf%C3%A9%20%26%20Co:a%40b.example?issuer=Caf%C3%A9%20%26%20Co&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    )
  })
})
