import { z } from 'zod'

const text = z.string().min(1).max(100)
const tap = z.strictObject({ id: text.optional(), code: text.optional() })

/** How a request names the merchant or venue where something happens; `Directory.placeOf` finds it. */
export const placeReference = z.strictObject({
  id: text.optional(),
  merchant_tap: tap.optional(),
  venue_tap: tap.optional(),
})
