import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused } from '../http/index.ts'
import { InvalidValue } from '../kit/error.ts'

const tag = 'Organisations'
const path = '/backoffice/v2/branding'

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'a colour such as #0f5c4c is needed')

const displayName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}]*$/u, 'one line is needed')

const brandingReply = z.object({
  display_name: z.string().nullable().meta({ description: 'null: the name of the business.' }),
  shown_name: z.string().meta({ description: 'What shoppers read.' }),
  accent: z
    .object({
      light: z.string(),
      dark: z.string(),
      contrast: z.object({ light: z.number(), dark: z.number() }).meta({
        description: 'The least that each has with what it stands on, or has standing on it.',
      }),
    })
    .nullable(),
  logo: z
    .object({ url: z.string(), media_type: z.string(), width: z.int(), height: z.int() })
    .nullable()
    .meta({ description: 'The address is of this server, and another for each picture.' }),
  manifest_url: z
    .string()
    .nullable()
    .meta({ description: 'For the app on home screens; null: the app’s own.' }),
})
export type BrandingReply = z.input<typeof brandingReply>

export const getBranding = endpoint({
  name: 'getBranding',
  method: 'GET',
  path,
  tag,
  summary: 'Read how the business looks to shoppers',
  access: 'organisations:read',
  effect: 'reads',
  reply: brandingReply,
  errors: [],
})

const brandingBody = z.strictObject({
  display_name: displayName.nullable().optional(),
  accent: z.strictObject({ light: colour, dark: colour }).nullable().optional().meta({
    description:
      'Stands in the place of the product’s colour, one for each look. Each needs a contrast of 4.5:1 with all that it is shown on; what has less is refused with the ratio that was measured.',
  }),
  logo: z
    .strictObject({
      content: z
        .base64()
        .min(1)
        .max(100_000)
        .meta({ description: 'PNG or WebP, at most 64 KB, 32 to 1024 pixels a side, in base64.' }),
    })
    .nullable()
    .optional(),
})
export type BrandingBody = z.output<typeof brandingBody>

export const updateBranding = endpoint({
  name: 'updateBranding',
  method: 'PUT',
  path,
  tag,
  summary: 'Change how the business looks to shoppers',
  description: 'What is left out stays; null takes the product’s own again. SVG is not taken.',
  access: 'organisations:write',
  effect: 'writes',
  body: brandingBody,
  reply: brandingReply,
  errors: [InvalidValue, Forbidden, IdempotencyKeyReused],
})
