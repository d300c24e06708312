import { z } from 'zod'
import type { StoredCreative } from '../db/index.ts'
import { wire } from '../http/index.ts'
import { derivedId } from '../kit/id.ts'

/** A picture of something that a shop shows. It stands on a server of the business; kept is where. */
export interface Creative {
  readonly url: string
  /** What it is for, in the business's own words, such as THUMBNAIL. */
  readonly usageType: string | undefined
  readonly format: string | undefined
  readonly width: number | undefined
  readonly height: number | undefined
  readonly caption: string | undefined
}

const MOST = 20
const text = (most: number) => z.string().trim().min(1).max(most)
const pixels = wire.integerFrom(1, 100_000)

const creative = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https:// or http:// is needed' })
    .max(2_000),
  usage_type: text(40).optional(),
  format: text(20).optional(),
  width: pixels.optional(),
  height: pixels.optional(),
  caption: text(200).optional(),
})

export const creatives = z
  .array(creative)
  .max(MOST, `at most ${MOST} pictures are taken`)
  .meta({ description: 'Pictures, the first is shown first; the whole list.' })

export function readCreatives(sent: z.output<typeof creatives>): readonly Creative[] {
  return sent.map(({ url, usage_type: usageType, format, width, height, caption }) => ({
    url,
    usageType,
    format,
    width,
    height,
    caption,
  }))
}

/** As the self-service API names it; pictures are kept in one size each. */
export const creativesReply = z.array(
  z.object({
    id: z.string(),
    url: z.string(),
    usage_type: z.string().nullable(),
    format: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    caption: z.string().nullable(),
    sort_order: z.int(),
  }),
)

export function showCreatives(kept: readonly Creative[]): z.input<typeof creativesReply> {
  return kept.map(({ url, usageType, format, width, height, caption }, index) => ({
    id: derivedId('creative', url),
    url,
    usage_type: usageType ?? null,
    format: format ?? null,
    width: width ?? null,
    height: height ?? null,
    caption: caption ?? null,
    sort_order: index + 1,
  }))
}

/** As it stands in a row. */
export function creativesToJson(kept: readonly Creative[]): string {
  return JSON.stringify(kept.map(({ usageType, ...creative }) => ({ ...creative, usage_type: usageType })))
}

export function creativesOfJson(stored: readonly StoredCreative[]): readonly Creative[] {
  return stored.map(({ url, usage_type: usageType, format, width, height, caption }) => ({
    url,
    usageType,
    format,
    width,
    height,
    caption,
  }))
}
