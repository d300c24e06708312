import { stageName as nameIn } from '../../kit/order-steps.ts'
import { texts } from '../texts.ts'

export function stageName(stage: { readonly name: string }): string {
  return nameIn(stage, texts.orders.stages)
}
