import type { Mode } from '../kit/actor.ts'
import { type CommunicationId, newId } from '../kit/id.ts'
import type { Channel, Communication } from './communication.ts'
import type { Kind } from './kinds.ts'
import { afterQuiet, type QuietHours } from './quiet-hours.ts'
import type { Recipient } from './recipients.store.ts'
import { isSwitchedOn, type NotificationSettings } from './settings.ts'

export interface Addressing {
  readonly mode: Mode
  readonly at: Date
  readonly settings: NotificationSettings
  /** Of the business. */
  readonly timeZone: string
  readonly recipient: Recipient | undefined
}

/** The message for the inbox, and a copy for each other way that the business uses and the contact wants. */
export function addressed(
  inbox: Communication,
  kind: Kind,
  addressing: Addressing,
): readonly Communication[] {
  const { at, settings, timeZone, recipient, mode } = addressing
  if (!recipient) return [inbox]
  const sends = (channel: Channel, target: string): Communication => ({
    ...inbox,
    id: newId<CommunicationId>(),
    channel,
    target,
    state: 'PENDING',
    nextAt: afterQuiet(at, quietOf(recipient, settings), recipient.timeZone ?? timeZone),
  })
  const { email, emailOptOut, devices, deviceOptOut } = recipient
  const isWanted = (channel: Channel) =>
    isSwitchedOn(settings, kind, channel) && isSwitchedOn(recipient, kind, channel)
  // In TEST mode nothing is sent, so it needs nobody who sends.
  const canSend = settings.email !== undefined || mode === 'TEST'
  const isMailed = email !== null && !emailOptOut && canSend && isWanted('EMAIL')
  const isPushed = !deviceOptOut && isWanted('DEVICE')
  return [
    inbox,
    ...(isMailed ? [sends('EMAIL', email)] : []),
    ...(isPushed ? devices.map((device) => sends('DEVICE', device)) : []),
  ]
}

/** The contact's own hours go before the business's. */
export function quietOf(
  { quietFrom: from, quietUntil: until }: Pick<Recipient, 'quietFrom' | 'quietUntil'>,
  { quiet }: NotificationSettings,
): QuietHours | undefined {
  return from === null || until === null ? quiet : { from, until }
}
