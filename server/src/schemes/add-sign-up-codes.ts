import { randomBytes } from 'node:crypto'
import type { Work } from '../db/index.ts'
import { InvalidState, notFound } from '../kit/error.ts'
import { base32, type SchemeId } from '../kit/id.ts'
import { insertCodes } from './codes.store.ts'
import { requireWholeBusiness } from './create-scheme.ts'
import { holdScheme } from './schemes.store.ts'
import { methodOf } from './sign-up.ts'

interface AddedCodes {
  readonly created: number
  readonly unchanged: number
  readonly codes: string[]
}

/** The codes that are given, or as many as are asked for. */
export async function addSignUpCodes(
  work: Work,
  idOrCode: string,
  {
    codes,
    count = 0,
  }: { readonly codes?: readonly string[] | undefined; readonly count?: number | undefined },
): Promise<AddedCodes> {
  requireWholeBusiness(work.actor)
  const scheme = await holdScheme(work, idOrCode)
  if (!scheme) throw notFound('reward_scheme', idOrCode)
  if (methodOf(scheme.signUp) !== 'CODE') {
    throw InvalidState({
      parameters: ['reward_scheme', scheme.code],
      detail: `The scheme "${scheme.code}" is not signed up to by code; its sign_up_method has to be CODE.`,
    })
  }
  if (codes === undefined) {
    const made = await makeCodes(work, scheme.id, count)
    return { created: made.length, unchanged: 0, codes: made }
  }
  const added = await insertCodes(work, scheme.id, codes)
  const unchanged = codes.length - added.size
  return { created: added.size, unchanged, codes: codes.filter((code) => added.has(code)) }
}

/** Again for those that happened to be there. */
async function makeCodes(work: Work, scheme: SchemeId, count: number): Promise<string[]> {
  const made = new Set<string>()
  while (made.size < count) {
    const tried = Array.from({ length: count - made.size }, makeCode)
    for (const code of await insertCodes(work, scheme, tried)) made.add(code)
  }
  return [...made]
}

/** 50 random bits, so that who has one code does not find another by trying. */
function makeCode(): string {
  return base32(randomBytes(7).toString('hex')).slice(2)
}
