import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId } from '../kit/id.ts'
import type { QuietHours } from './quiet-hours.ts'
import {
  DEFAULT_PREFERENCES,
  DEFAULT_SETTINGS,
  type EmailSender,
  type NotificationSettings,
  type Preferences,
} from './settings.ts'
import type { SmsGateway } from './sms.ts'

/** Bound into the sealed password, so that it opens for nobody else. */
export function emailSecretOwner(tenant: Tenant): string {
  return `email of ${tenant}`
}

export function smsSecretOwner(tenant: Tenant): string {
  return `text messages of ${tenant}`
}

/** Whether anybody sends the business's text messages; in TEST mode they go to the outbox. */
export async function sendsSms(work: Work): Promise<boolean> {
  return work.actor.mode === 'TEST' || (await readSettings(work)).sms !== undefined
}

export async function readSettings({ db, actor }: Work): Promise<NotificationSettings> {
  const row = await db
    .selectFrom('notification_settings')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .executeTakeFirst()
  if (!row) return DEFAULT_SETTINGS
  return {
    language: row.language,
    quiet: quietOf(row),
    reminderDays: row.reminder_days,
    off: new Set(row.off),
    email: row.email === null ? undefined : (row.email as EmailSender),
    emailSecret: row.email_secret ?? undefined,
    sms: row.sms === null ? undefined : (row.sms as SmsGateway),
    smsSecret: row.sms_secret ?? undefined,
  }
}

export async function saveSettings({ db, actor, at }: Work, settings: NotificationSettings): Promise<void> {
  const values = {
    language: settings.language,
    quiet_from: settings.quiet?.from ?? null,
    quiet_until: settings.quiet?.until ?? null,
    reminder_days: settings.reminderDays,
    off: sql<string[]>`${[...settings.off].sort()}::text[]`,
    email: settings.email ? JSON.stringify(settings.email) : null,
    email_secret: settings.emailSecret ?? null,
    sms: settings.sms ? JSON.stringify(settings.sms) : null,
    sms_secret: settings.smsSecret ?? null,
    updated_at: at,
  }
  await db
    .insertInto('notification_settings')
    .values({ tenant: actor.tenant, ...values })
    .onConflict((on) => on.column('tenant').doUpdateSet(values))
    .execute()
}

export async function readPreferences({ db, actor }: Work, contact: ContactId): Promise<Preferences> {
  const row = await db
    .selectFrom('communication_preferences')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .executeTakeFirst()
  if (!row) return DEFAULT_PREFERENCES
  return {
    emailOptOut: row.email_opt_out,
    deviceOptOut: row.device_opt_out,
    off: new Set(row.off),
    quiet: quietOf(row),
    timeZone: row.time_zone ?? undefined,
  }
}

export async function savePreferences(
  { db, actor, at }: Work,
  contact: ContactId,
  preferences: Preferences,
): Promise<void> {
  const values = {
    email_opt_out: preferences.emailOptOut,
    device_opt_out: preferences.deviceOptOut,
    off: sql<string[]>`${[...preferences.off].sort()}::text[]`,
    quiet_from: preferences.quiet?.from ?? null,
    quiet_until: preferences.quiet?.until ?? null,
    time_zone: preferences.timeZone ?? null,
    updated_at: at,
  }
  await db
    .insertInto('communication_preferences')
    .values({ tenant: actor.tenant, contact_id: contact, ...values })
    .onConflict((on) => on.columns(['tenant', 'contact_id']).doUpdateSet(values))
    .execute()
}

function quietOf(row: {
  readonly quiet_from: number | null
  readonly quiet_until: number | null
}): QuietHours | undefined {
  const { quiet_from: from, quiet_until: until } = row
  return from === null || until === null ? undefined : { from, until }
}
