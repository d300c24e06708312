import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { RATE_LIMITS } from './rate-limits.ts'

const limitsOf = (text: string) => readConfig({ TILLBACK_RATE_LIMITS: text }).limits

test('limits are on unless they are switched off, and what is named differs', () => {
  expect(readConfig({}).limits).toEqual(RATE_LIMITS)
  expect(limitsOf('off')).toBeUndefined()
  expect(limitsOf('live.write=20000/10, address=60/30')).toEqual({
    ...RATE_LIMITS,
    LIVE: { ...RATE_LIMITS.LIVE, write: { quota: 20_000, seconds: 10 } },
    address: { quota: 60, seconds: 30 },
  })
})

test.each([
  '',
  'on',
  'live=5/1',
  'live.write=5',
  'live.write=0/1',
  'live.write=5/0',
  'address=5/1;test.read=1/1',
])('limits of "%s" are refused', (text) => expect(() => limitsOf(text)).toThrow(ConfigError))
