import { expect, test } from 'vitest'
import { changedParts, withoutBlanks } from './draft.ts'

test('what is left empty in a form is not said', () => {
  const limits = { budget: '', per_contact: { amount: '', uses: 2, period: 'DAY' as const } }
  expect(withoutBlanks({ limits }).limits).toEqual({ per_contact: { uses: 2, period: 'DAY' } })
  expect(withoutBlanks({ limits: { per_contact: { amount: '', period: 'DAY' } } }).limits).toEqual({})
  expect(withoutBlanks({ name: 'A' })).toEqual({ name: 'A' })
})

test('only parts that differ are a change', () => {
  const award = { kind: 'PERCENTAGE', rate: 5 } as const
  expect(changedParts({ name: 'A', award }, { name: 'A', award: { ...award, rate: '6' } })).toEqual(['award'])
  expect(changedParts({ award }, { award: { ...award } })).toEqual([])
})
