import { z } from 'zod'

export const SUPPLY_METHODS = ['DELIVERY', 'PICK_UP', 'DIRECT_SALE'] as const
export type SupplyMethod = (typeof SUPPLY_METHODS)[number]

/** Some texts write DIRECT_SALES; it is the same. */
export const supplyMethod = z
  .enum([...SUPPLY_METHODS, 'DIRECT_SALES'])
  .transform((method) => (method === 'DIRECT_SALES' ? 'DIRECT_SALE' : method))
