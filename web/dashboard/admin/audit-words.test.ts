import { expect, test } from 'vitest'
import { actText, fieldText, operationOf } from './audit-words.ts'

test.each([
  ['updateRewardOffer', 'Update reward offer'],
  ['createApiKey', 'Create api key'],
  ['signIn', 'Sign in'],
  ['revealContact', 'Looked at contact details'],
])('%s is told as %s, and found by both', (operation, words) => {
  expect(actText(operation)).toBe(words)
  expect(operationOf(words)).toBe(operation)
  expect(operationOf(` ${operation} `)).toBe(operation)
})

test('what was changed is called as on the page of settings, and anything else without its underscores', () => {
  expect(fieldText('settings.claim_days')).toBe('Days to claim a receipt')
  expect(fieldText('TIER GOLD value_units')).toBe('TIER GOLD value units')
  expect(fieldText('emails')).toBe('E-mail')
})
