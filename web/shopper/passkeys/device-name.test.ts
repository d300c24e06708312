import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

test.each`
  userAgent                                                          | name
  ${'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari'} | ${'iPhone'}
  ${'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile'}  | ${'Android'}
  ${'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari'}        | ${'Mac'}
  ${'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0'}                  | ${'Linux'}
  ${'Something else'}                                                | ${undefined}
`('$userAgent is called $name', ({ userAgent, name }) => {
  expect(deviceName(userAgent)).toBe(name)
})
