import type { Channel } from './communication.ts'
import type { Kind } from './kinds.ts'
import type { QuietHours } from './quiet-hours.ts'
import type { SmsGateway } from './sms.ts'
import { FALLBACK_LANGUAGE } from './texts.ts'

export const SECURITIES = ['TLS', 'STARTTLS', 'NONE'] as const

/** Whose e-mail server takes the messages, and who they are from. */
export interface EmailSender {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, STARTTLS before anything is said, or in clear. */
  readonly security: (typeof SECURITIES)[number]
  readonly username: string | undefined
  readonly fromAddress: string
  readonly fromName: string | undefined
  readonly replyTo: string | undefined
}

/** How a business tells its contacts. */
export interface NotificationSettings {
  readonly language: string
  readonly quiet: QuietHours | undefined
  readonly reminderDays: number
  /** Ways besides the inbox that are switched off, such as AWARD:EMAIL. */
  readonly off: ReadonlySet<string>
  readonly email: EmailSender | undefined
  /** Sealed, with the password. */
  readonly emailSecret: Buffer | undefined
  readonly sms: SmsGateway | undefined
  /** Sealed, with its headers. */
  readonly smsSecret: Buffer | undefined
}

export const DEFAULT_SETTINGS: NotificationSettings = {
  language: FALLBACK_LANGUAGE,
  quiet: undefined,
  reminderDays: 7,
  off: new Set(),
  email: undefined,
  emailSecret: undefined,
  sms: undefined,
  smsSecret: undefined,
}

export function isSwitchedOn({ off }: NotificationSettings, kind: Kind, channel: Channel): boolean {
  return !off.has(switchOf(kind, channel))
}

export function switchOf(kind: Kind, channel: Channel): string {
  return `${kind}:${channel}`
}

/** What a contact wants; left alone, everything, at the hours of the business. */
export interface Preferences {
  readonly emailOptOut: boolean
  readonly deviceOptOut: boolean
  readonly quiet: QuietHours | undefined
  readonly timeZone: string | undefined
}

export const DEFAULT_PREFERENCES: Preferences = {
  emailOptOut: false,
  deviceOptOut: false,
  quiet: undefined,
  timeZone: undefined,
}
