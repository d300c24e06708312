import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('a setting that is not known is refused with the one that is meant', () => {
  expect(() => readConfig({ TILLBACK_DATA_DRI: 'x' })).toThrow(
    'TILLBACK_DATA_DRI is not a known setting; did you mean TILLBACK_DATA_DIR?',
  )
})

test('what clients on the same machine go by is nothing to the server', () => {
  const clients = { TILLBACK_API_KEY: 'tb_test_1', TILLBACK_WEBHOOK_SECRET: 'whsec_1' }
  expect(readConfig(clients)).toEqual(readConfig({}))
})
