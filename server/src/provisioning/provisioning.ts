import type { Mode, Tenant } from '../kit/actor.ts'
import type { AdaptorId, OrderId, OrganisationId, ProvisioningId } from '../kit/id.ts'

export const PROVISIONING_STATES = ['PENDING', 'COMPLETED', 'FAILED'] as const
/** FAILED: no more tries by itself. */
export type ProvisioningState = (typeof PROVISIONING_STATES)[number]

/** An order that is to be sent now. */
export interface DueProvisioning {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
  readonly id: ProvisioningId
  readonly adaptor: AdaptorId
  readonly order: OrderId
  readonly event: string
  /** Before this one. */
  readonly attempts: number
}

export interface Tried {
  readonly state: ProvisioningState
  readonly nextAt: Date | undefined
  readonly error: string | undefined
  readonly attempts: number
}
