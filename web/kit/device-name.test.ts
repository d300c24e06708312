import { expect, test } from 'vitest'
import { deviceName, toldDevice } from './device-name.ts'

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

test.each`
  userAgent                                                                                                                  | told
  ${'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0'} | ${'Edge · Windows'}
  ${'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36'}    | ${'Chrome · Android'}
  ${'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1'}   | ${'Safari · iPhone'}
  ${'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'}                                                | ${'Firefox · Linux'}
  ${'ShopApp'}                                                                                                               | ${'ShopApp'}
`('$userAgent is told to others as $told', ({ userAgent, told }) => {
  expect(toldDevice(userAgent)).toBe(told)
})
