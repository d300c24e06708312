import { randomInt } from 'node:crypto'
import { maskPhone } from '../contacts/index.ts'
import { transact } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { type CodeSources, obscured, sendCheck } from '../identity-checks/index.ts'
import { newId } from '../kit/id.ts'
import { findSigner } from './find-signer.ts'
import type { CodeBody } from './sign-in.api.ts'

export interface SentCode {
  readonly obfuscated_value: string
  readonly auth_otp: string
  readonly code?: string
}

const DIGITS = 6

/**
 * Sends the contact whom the credentials name a code. Nobody: the same answer, so that it tells nobody who is a customer here; no
 * code is ever right for it.
 */
export async function askCode(command: Command, asked: CodeBody, sources: CodeSources): Promise<SentCode> {
  const { method, credentials } = asked
  const signer = await transact(sources.messages.database, command, (work) => findSigner(work, credentials))
  if (signer) return shown(command, await sendCheck(command, { contact: signer.id, method }, sources))
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
  return shown(command, { obfuscated_value: obscuredAs(asked), auth_otp: newId<string>(), code })
}

/** In TEST mode nobody is sent anything, so that whoever tries the API is told the code. */
export function shown(
  { actor }: Pick<Command, 'actor'>,
  { obfuscated_value, auth_otp, code }: Required<SentCode>,
): SentCode {
  return { obfuscated_value, auth_otp, ...(actor.mode === 'TEST' && { code }) }
}

function obscuredAs({ method, credentials }: CodeBody): string {
  const typed = (name: string) => credentials.find((each) => each.name === name)?.value
  return method === 'SMS' ? maskPhone(typed('PHONE') ?? '') : obscured(typed('EMAIL') ?? '')
}
