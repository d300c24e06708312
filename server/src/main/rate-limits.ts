import type { z } from 'zod'
import type { Policy, RateLimits } from '../http/index.ts'

/** Far above what one chain's tills send, and low enough that no caller takes the machine from the others. */
export const RATE_LIMITS: RateLimits = {
  LIVE: { read: { quota: 5_000, seconds: 10 }, write: { quota: 5_000, seconds: 10 } },
  TEST: { read: { quota: 2_000, seconds: 10 }, write: { quota: 2_000, seconds: 10 } },
  address: { quota: 600, seconds: 60 },
}

const NAMES = ['live.read', 'live.write', 'test.read', 'test.write', 'address'] as const

/** `off`, or those that differ, such as `live.write=20000/10,address=60/60`: so many within so many seconds. */
export function readRateLimits(text: string, context: z.RefinementCtx): RateLimits | null {
  if (text === 'off') return null
  const said = new Map<string, Policy>()
  for (const part of text.split(',')) {
    const [, name = '', quota, seconds] = /^\s*([a-z.]+)=(\d{1,9})\/(\d{1,9})\s*$/.exec(part) ?? []
    const policy = { quota: Number(quota), seconds: Number(seconds) }
    if (NAMES.some((each) => each === name) && policy.quota > 0 && policy.seconds > 0) said.set(name, policy)
    else
      context.addIssue({
        code: 'custom',
        message: `"${part}" is neither off nor one of ${NAMES.join(', ')} with requests/seconds, such as live.write=5000/10`,
      })
  }
  const { LIVE, TEST, address } = RATE_LIMITS
  return {
    LIVE: { read: said.get('live.read') ?? LIVE.read, write: said.get('live.write') ?? LIVE.write },
    TEST: { read: said.get('test.read') ?? TEST.read, write: said.get('test.write') ?? TEST.write },
    address: said.get('address') ?? address,
  }
}
