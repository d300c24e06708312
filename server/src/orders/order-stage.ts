import type { OrderStageId } from '../kit/id.ts'
import type { OrderState } from './order-states.ts'

/** Stages that a business begins with: what is taken up, and what waits to be fetched. There is room for others between them. */
export const FIRST_STAGES = [
  { code: 'ACCEPTED', name: 'Accepted', state: 'IN_PROGRESS', priority: 10, isDefault: true },
  { code: 'READY', name: 'Ready', state: 'IN_PROGRESS', priority: 20, isDefault: false },
] as const

/** Whether what was ordered waits there for whoever ordered it: its code says so, however the business calls it. */
export function isReady({ code, state }: Pick<OrderStage, 'code' | 'state'>): boolean {
  return code === 'READY' && state === 'IN_PROGRESS'
}

/** The business's own name for a step of its work on orders; several may lie within one state. */
export interface OrderStage {
  readonly id: OrderStageId
  readonly code: string
  readonly name: string
  readonly state: OrderState
  readonly colour: string | undefined
  /** In which order stages are shown. */
  readonly priority: number
  /** An order that comes into the state by an action stands in it. */
  readonly isDefault: boolean
  /** New orders begin in it. */
  readonly isInitial: boolean
  readonly createdAt: Date
}
