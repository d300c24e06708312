import { expect, test } from 'vitest'
import { actText, changesShown, fieldText, operationOf, valueText } from './audit-words.ts'

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
  expect(fieldText('value_units')).toBe('Units')
  expect(fieldText('budget_used')).toBe('Budget used')
  expect(fieldText('webhook_path')).toBe('Webhook path')
})

test('of a new record is told what somebody filled in', () => {
  const changes = [
    { field: 'id', after: '0192f0c1-a7aa-7bbb-8ccc-0123456789ab' },
    { field: 'name', after: 'Club' },
    { field: 'description', after: null },
    { field: 'tiers', after: [] },
    { field: 'created_on', after: 1_790_000_000 },
  ]
  expect(changesShown(changes).map(({ field }) => field)).toEqual(['name'])
  const emptied = { field: 'description', before: 'For members.', after: null }
  const ofPeople = { field: 'emails' }
  expect(changesShown([emptied, ofPeople])).toEqual([emptied, ofPeople])
})

test.each([
  ['createUser', 'role', 'CLERK', 'Clerk'],
  ['createRewardOffer', 'goal', 'VISITS', 'Visits'],
  ['putRewardOfferState', 'phase', 'RUNNING', 'Running'],
  ['createPassPlan', 'classification', 'PROMOTION', 'opening offers'],
  ['createRewardOffer', 'name', 'VISITS', 'VISITS'],
])('of %s the %s %s is told as %s', (operation, field, value, words) => {
  expect(valueText(operation, field, value)).toBe(words)
})

test('a time is told as one', () => {
  expect(valueText('createApiKey', 'expires_on', 1_790_000_000)).toContain('2026')
})
