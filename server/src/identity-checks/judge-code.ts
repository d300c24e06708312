import { timingSafeEqual } from 'node:crypto'
import type { Work } from '../db/index.ts'
import type { Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { TooManyAttempts } from '../tokens/index.ts'
import { type HashOfCheck, type IdentityCheck, MOST_WRONG } from './identity-check.ts'
import type { ValidateBody } from './identity-checks.api.ts'
import { WrongCode } from './identity-checks.errors.ts'
import { countWrong, holdCheck } from './identity-checks.store.ts'

/**
 * The check that the code passes, of the contact where one is named, held until the work ends. A wrong code is counted under the same lock, so no more than five are
 * ever answered, however many arrive at once; a refusal is an answer here and not thrown, because its count has to stay.
 */
export async function judgeCode(
  work: Work,
  { contact, auth_otp, code }: ValidateBody & { readonly contact?: ContactId },
  hash: HashOfCheck,
): Promise<IdentityCheck | Refusal> {
  const check = await holdCheck(work, auth_otp)
  if (!check || (contact !== undefined && check.contact !== contact)) return WrongCode()
  if (check.state !== 'LIVE' || check.expiresAt <= work.at) return WrongCode()
  if (check.wrongTries >= MOST_WRONG) return dead()
  const sent = hash({ tenant: work.actor.tenant, id: check.id }, code.replaceAll(/[\s-]/g, ''))
  if (timingSafeEqual(sent, check.codeHash)) return check
  await countWrong(work, check.id)
  return WrongCode()
}

function dead(): Refusal {
  return TooManyAttempts({
    parameters: ['auth_otp', String(MOST_WRONG)],
    detail: `The code is dead after ${MOST_WRONG} wrong ones; send the contact a new one.`,
  })
}
