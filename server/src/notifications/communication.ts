import type { Tenant } from '../kit/actor.ts'
import type { CommunicationId, ContactId } from '../kit/id.ts'

export const CHANNELS = ['INAPP', 'EMAIL', 'DEVICE', 'SMS'] as const
/** INAPP is the inbox, where all stands; EMAIL and DEVICE are told besides; SMS carries one-time codes. */
export type Channel = (typeof CHANNELS)[number]

export const COMMUNICATION_STATES = ['PENDING', 'COMPLETED', 'REJECTED'] as const
/** REJECTED: it could not be sent; `error` says why. */
export type CommunicationState = (typeof COMMUNICATION_STATES)[number]

export interface Communication {
  readonly tenant: Tenant
  readonly id: CommunicationId
  readonly contact: ContactId
  readonly kind: string
  /** The event it tells of; each is told once to a contact in each way. */
  readonly cause: string
  readonly channel: Channel
  /** The address or device; empty for the inbox. */
  readonly target: string
  readonly state: CommunicationState
  readonly language: string
  readonly sender: string
  readonly subject: string
  readonly content: string
  readonly nextAt: Date | undefined
}

/** As it is read, with its contact. */
export interface StoredCommunication extends Communication {
  readonly to: { readonly name: string; readonly code: string }
  readonly viewedAt: Date | undefined
  readonly archivedAt: Date | undefined
  readonly createdAt: Date
  readonly sentAt: Date | undefined
  readonly attempts: number
  readonly error: string | undefined
}
