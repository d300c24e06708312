import { createHmac, randomBytes } from 'node:crypto'
import { base32 } from '../kit/id.ts'
import type { User } from './user.ts'

const HOW_MANY = 10
const HEX_BYTES = 8
const LENGTH = 12

/** For when the app is lost: each is good once, such as 7K2M-9QXT-04WD. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = base32(randomBytes(HEX_BYTES).toString('hex')).slice(-LENGTH)
    return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
  })
}

/** As it is kept; written with or without dashes, in any case, it is the same. */
export function hashOfRecoveryCode(
  key: Uint8Array,
  { tenant, id }: Pick<User, 'tenant' | 'id'>,
  code: string,
): Buffer {
  const read = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return createHmac('sha256', key).update(`recovery code|${tenant}|${id}|${read}`).digest()
}
