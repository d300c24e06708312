import { getContact, nameShown } from '../contacts/index.ts'
import { transact } from '../db/index.ts'
import { commandRoute, guardedRoute, type Route } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import type { MessageSources } from '../notifications/index.ts'
import type { HashOfCheck } from './identity-check.ts'
import { sendContactCode, validateContactCode } from './identity-checks.api.ts'
import { passCheck } from './identity-checks.store.ts'
import { judgeCode } from './judge-code.ts'
import { sendCode } from './send-code.ts'

export interface IdentityChecksWiring {
  readonly messageSources: MessageSources
  readonly hashOfCheck: HashOfCheck
}

export function identityChecksRoutes({
  messageSources: messages,
  hashOfCheck: hash,
}: IdentityChecksWiring): readonly Route[] {
  return [
    commandRoute(sendContactCode, (command, { params, body }) =>
      sendCode(command, { contact: params.id, ...body }, { messages, hash }),
    ),
    guardedRoute(
      validateContactCode,
      async (command, { params, body }) => {
        const judged = await transact(messages.database, command, async (work) => {
          const { id: contact } = await getContact(work, params.id)
          return judgeCode(work, { contact, ...body }, hash)
        })
        if (judged instanceof Refusal) throw judged
      },
      async (work, { params, body }) => {
        const contact = await getContact(work, params.id)
        // Judged again under the lock that the pass is written under: of many right ones at once, one passes.
        const check = await judgeCode(work, { contact: contact.id, ...body }, hash)
        if (check instanceof Refusal) throw check
        await passCheck(work, check.id)
        return {
          contact: { id: contact.id, code: contact.code, name: nameShown(work, contact) },
          obfuscated_value: check.shown,
          auth_otp: check.id,
        }
      },
    ),
  ]
}
