import type { Channel } from './communication.ts'
import { ALL_KINDS, type Kind } from './kinds.ts'
import type { QuietHours } from './quiet-hours.ts'
import type { SmsGateway } from './sms.ts'
import { FALLBACK_LANGUAGE } from './texts.ts'

/** The ways besides the inbox, which a kind may be switched off for. */
export const BESIDES = ['EMAIL', 'DEVICE'] as const
type Beside = (typeof BESIDES)[number]

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

/** Of the business, or of a contact: ways that are switched off, such as AWARD:EMAIL. */
interface Switches {
  readonly off: ReadonlySet<string>
}

export function isSwitchedOn({ off }: Switches, kind: string, channel: Channel): boolean {
  return !off.has(switchOf(kind, channel))
}

export function switchOf(kind: string, channel: Channel): string {
  return `${kind}:${channel}`
}

/** By which ways each kind is told. */
export function channelsOf(switches: Switches, kinds: readonly Kind[]): Record<string, Beside[]> {
  const on = (kind: Kind) => BESIDES.filter((channel) => isSwitchedOn(switches, kind, channel))
  return Object.fromEntries(kinds.map((kind) => [kind, on(kind)]))
}

/** What is off once each kind that is named is told by the ways that are named with it. */
export function offAfter(
  { off: before }: Switches,
  channels: Readonly<Partial<Record<Kind, readonly Beside[]>>>,
): ReadonlySet<string> {
  const off = new Set(before)
  for (const kind of ALL_KINDS) {
    const wanted = channels[kind]
    if (wanted === undefined) continue
    for (const channel of BESIDES) {
      if (wanted.includes(channel)) off.delete(switchOf(kind, channel))
      else off.add(switchOf(kind, channel))
    }
  }
  return off
}

/** What a contact wants; left alone, everything, at the hours of the business. */
export interface Preferences {
  readonly emailOptOut: boolean
  readonly deviceOptOut: boolean
  /** Ways by which they are not told of a kind, such as AWARD:EMAIL. */
  readonly off: ReadonlySet<string>
  readonly quiet: QuietHours | undefined
  readonly timeZone: string | undefined
}

export const DEFAULT_PREFERENCES: Preferences = {
  emailOptOut: false,
  deviceOptOut: false,
  off: new Set(),
  quiet: undefined,
  timeZone: undefined,
}
