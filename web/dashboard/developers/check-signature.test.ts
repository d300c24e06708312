import { expect, test } from 'vitest'
import { checkSignature } from './check-signature.ts'

// The example of the specification of Standard Webhooks.
const signed = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}

test('a signature is good with its own secret, time, id and body, also beside another one', async () => {
  expect(await checkSignature(signed)).toBe('GOOD')
  expect(await checkSignature({ ...signed, signature: `v1,AAAA ${signed.signature}\n` })).toBe('GOOD')
})

test.each([
  ['another body', { body: '{"test":2432232314}' }, 'OTHER'],
  ['another time', { timestamp: '1614265331' }, 'OTHER'],
  ['another id', { id: 'msg_other' }, 'OTHER'],
  ['another secret', { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSX' }, 'OTHER'],
  ['what is no secret', { secret: 'tb_test_1' }, 'NO_SECRET'],
])('with %s it is not', async (_, change, verdict) => {
  expect(await checkSignature({ ...signed, ...change })).toBe(verdict)
})
