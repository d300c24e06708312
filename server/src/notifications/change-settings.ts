import { getContact, lockContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { seal } from '../kit/sealed.ts'
import type { Allowed } from '../outgoing/index.ts'
import { showSms, smsAfter } from './change-sms.ts'
import { ALL_KINDS, CHOSEN_KINDS } from './kinds.ts'
import { clockOf, minutesOf, type QuietHours } from './quiet-hours.ts'
import type {
  EmailBody,
  PreferencesBody,
  PreferencesReply,
  SettingsBody,
  SettingsReply,
} from './settings.api.ts'
import {
  emailSecretOwner,
  readPreferences,
  readSettings,
  savePreferences,
  saveSettings,
  smsSecretOwner,
} from './settings.store.ts'
import {
  channelsOf,
  type EmailSender,
  type NotificationSettings,
  offAfter,
  type Preferences,
} from './settings.ts'

export async function updateSettings(
  work: Work,
  body: SettingsBody,
  { key, allowed }: { readonly key: Uint8Array; readonly allowed: Allowed },
): Promise<SettingsReply> {
  if (work.actor.within !== undefined) {
    throw Forbidden({
      parameters: ['notification_settings'],
      detail: 'They are of the whole business; a key of one merchant or venue cannot change them.',
    })
  }
  const { tenant, mode } = work.actor
  const before = await readSettings(work)
  const after: NotificationSettings = {
    language: body.language ?? before.language,
    quiet: quietAfter(before.quiet, body.quiet_hours),
    reminderDays: body.expiry_reminder_days ?? before.reminderDays,
    off: offAfter(before, body.channels ?? {}),
    ...emailAfter(before, body.email, { key, owner: emailSecretOwner(tenant) }),
    ...smsAfter(before, body.sms, { key, owner: smsSecretOwner(tenant), mode, allowed }),
  }
  await saveSettings(work, after)
  return showSettings(after)
}

function quietAfter(
  before: QuietHours | undefined,
  sent: { readonly start_time: string; readonly end_time: string } | null | undefined,
): QuietHours | undefined {
  if (sent === undefined) return before
  return sent === null ? undefined : { from: minutesOf(sent.start_time), until: minutesOf(sent.end_time) }
}

interface Sealing {
  readonly key: Uint8Array
  readonly owner: string
}

function emailAfter(
  { email: before, emailSecret: secret }: NotificationSettings,
  sent: EmailBody | null | undefined,
  { key, owner }: Sealing,
): Pick<NotificationSettings, 'email' | 'emailSecret'> {
  if (sent === undefined) return { email: before, emailSecret: secret }
  if (sent === null) return { email: undefined, emailSecret: undefined }
  const username = sent.username === undefined ? before?.username : (sent.username ?? undefined)
  const email: EmailSender = {
    host: sent.host,
    port: sent.port,
    security: sent.security,
    username,
    fromAddress: sent.from_address,
    fromName: sent.from_name ?? undefined,
    replyTo: sent.reply_to ?? undefined,
  }
  if (username === undefined) return { email, emailSecret: undefined }
  if (sent.security === 'NONE') {
    throw invalidField('email.security', 'NONE', 'a password is sent over TLS or STARTTLS only')
  }
  // A password is for the server and name that it was given for, and goes to no other.
  const isSame = before?.host === sent.host && before.port === sent.port && before.username === username
  if (sent.password === undefined && (!isSame || secret === undefined)) {
    throw missingField('email.password', 'the server wants one from that name')
  }
  const emailSecret = sent.password === undefined ? secret : seal(key, owner, { password: sent.password })
  return { email, emailSecret }
}

export async function getSettings(work: Work): Promise<SettingsReply> {
  return showSettings(await readSettings(work))
}

function showSettings(settings: NotificationSettings): SettingsReply {
  const { email } = settings
  return {
    language: settings.language,
    quiet_hours: showQuiet(settings.quiet),
    expiry_reminder_days: settings.reminderDays,
    channels: channelsOf(settings, ALL_KINDS),
    email: email
      ? {
          host: email.host,
          port: email.port,
          security: email.security,
          username: email.username ?? null,
          has_password: settings.emailSecret !== undefined,
          from_address: email.fromAddress,
          from_name: email.fromName ?? null,
          reply_to: email.replyTo ?? null,
        }
      : null,
    sms: showSms(settings),
  }
}

function showQuiet(quiet: QuietHours | undefined) {
  return quiet ? { start_time: clockOf(quiet.from), end_time: clockOf(quiet.until) } : null
}

export async function getPreferences(work: Work, name: string): Promise<PreferencesReply> {
  const { id } = await getContact(work, name)
  return showPreferences(await readPreferences(work, id))
}

export async function updatePreferences(
  work: Work,
  name: string,
  { email_opt_out, device_opt_out, channels, quiet_hours, time_zone }: PreferencesBody,
): Promise<PreferencesReply> {
  const { id } = await lockContact(work, name)
  const before = await readPreferences(work, id)
  const after: Preferences = {
    emailOptOut: email_opt_out ?? before.emailOptOut,
    deviceOptOut: device_opt_out ?? before.deviceOptOut,
    off: offAfter(before, channels ?? {}),
    quiet: quietAfter(before.quiet, quiet_hours),
    timeZone: time_zone === undefined ? before.timeZone : (time_zone ?? undefined),
  }
  await savePreferences(work, id, after)
  return showPreferences(after)
}

function showPreferences(preferences: Preferences): PreferencesReply {
  return {
    email_opt_out: preferences.emailOptOut,
    device_opt_out: preferences.deviceOptOut,
    channels: channelsOf(preferences, CHOSEN_KINDS),
    quiet_hours: showQuiet(preferences.quiet),
    time_zone: preferences.timeZone ?? null,
  }
}
