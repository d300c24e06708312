import type { Mode } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import { seal } from '../kit/sealed.ts'
import { type Allowed, targetOf } from '../outgoing/index.ts'
import type { SettingsReply, SmsBody } from './settings.api.ts'
import type { NotificationSettings } from './settings.ts'
import { faultOfTemplate, type SmsGateway } from './sms.ts'

interface Keeping {
  readonly key: Uint8Array
  readonly owner: string
  readonly mode: Mode
  readonly allowed: Allowed
}

/** Who sends text messages from now on. Headers are for the address that they were given for, and go to no other. */
export function smsAfter(
  { sms: before, smsSecret: secret }: NotificationSettings,
  sent: SmsBody | null | undefined,
  { key, owner, mode, allowed }: Keeping,
): Pick<NotificationSettings, 'sms' | 'smsSecret'> {
  if (sent === undefined) return { sms: before, smsSecret: secret }
  if (sent === null) return { sms: undefined, smsSecret: undefined }
  const { format, template, headers } = sent
  const url = targetOf(sent.url, mode, allowed)
  const fault = faultOfTemplate({ format, template })
  if (fault !== undefined) throw invalidField('sms.template', template.slice(0, 100), fault)
  if (headers !== undefined) {
    const headerNames = Object.keys(headers).map((name) => name.toLowerCase())
    const isAny = headerNames.length > 0
    return {
      sms: { url, format, template, headerNames },
      smsSecret: isAny ? seal(key, owner, headers) : undefined,
    }
  }
  const stays = before?.url === url
  const sms: SmsGateway = { url, format, template, headerNames: stays ? before.headerNames : [] }
  return { sms, smsSecret: stays ? secret : undefined }
}

export function showSms({ sms }: NotificationSettings): SettingsReply['sms'] {
  return sms
    ? { url: sms.url, format: sms.format, template: sms.template, header_names: [...sms.headerNames] }
    : null
}
