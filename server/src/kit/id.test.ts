import { describe, expect, test } from 'vitest'
import { codeOf, derivedId, idsOfCode, isGuid, newId, parseGuid } from './id.ts'

describe('new ids', () => {
  test('rise strictly, also within a millisecond and when the clock steps back', () => {
    const ids = [5_000, 5_000, 4_000, 5_001, 1].map((ms) => newId(1_700_000_000_000 + ms))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('are version 7 GUIDs', () => {
    const id = newId()
    expect(isGuid(id)).toBe(true)
    expect(id.charAt(14)).toBe('7')
  })
})

test('a derived id is the same for the same parts and another for others', () => {
  expect(derivedId('account', '1|x')).toBe(derivedId('account', '1|x'))
  expect(derivedId('account', '1|x')).not.toBe(derivedId('account', '1', 'x'))
  expect(isGuid(derivedId('a'))).toBe(true)
})

describe('a code', () => {
  test('names the range of ids that begin like its own', () => {
    const id = newId()
    const range = idsOfCode(codeOf(id))
    expect(range && range.first <= id && id <= range.last).toBe(true)
  })

  test('is read in any case, with dashes, and with the letters that people mistake', () => {
    const range = idsOfCode('01A0BCDEFG10')
    expect(idsOfCode('o1a0-bcde-fgIO')).toEqual(range)
    expect(idsOfCode('O1A0BCDEFGL0')).toEqual(range)
  })

  test.each(['', 'short', '01A0BCDEFG1U', '01A0BCDEFG100'])('"%s" is none', (text) => {
    expect(idsOfCode(text)).toBeUndefined()
  })
})

test.each([
  ['789DACAE-CF71-414F-9483-CA88ACAA4643', '789dacae-cf71-414f-9483-ca88acaa4643'],
  ['789DACAECF71414F9483CA88ACAA4643', '789dacae-cf71-414f-9483-ca88acaa4643'],
  ['789dacae-cf71-414f-9483-ca88acaa46432', undefined],
  ['R-1001', undefined],
])('the GUID %s is read as %s', (text, id) => {
  expect(parseGuid(text)).toBe(id)
})
