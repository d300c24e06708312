import { expect, test } from 'vitest'
import { accentOf, readBranding } from './read-branding.ts'

test('what was kept is of the shop whose key it was kept for, and of nobody else', () => {
  const branding = { display_name: 'Bean' }
  const text = JSON.stringify({ key: 'tb_test_pk_a', branding })
  expect(readBranding(text, 'tb_test_pk_a')).toEqual(branding)
  for (const other of [null, '{', '1', JSON.stringify({ key: 'tb_test_pk_a' })]) {
    expect(readBranding(other, 'tb_test_pk_a')).toBeUndefined()
  }
  expect(readBranding(text, 'tb_test_pk_b')).toBeUndefined()
})

test('an accent has one colour for each look; without one nothing is taken the place of', () => {
  const contrast = { light: 5, dark: 5 }
  expect(accentOf({ light: '#0f5c4c', dark: '#4fc3a1', contrast })['--brand']).toBe(
    'light-dark(#0f5c4c, #4fc3a1)',
  )
  expect(Object.values(accentOf(null)).every((value) => value === undefined)).toBe(true)
})
