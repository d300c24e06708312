import { z } from 'zod'

// As the browser's `PublicKeyCredential.toJSON()` writes them; what a newer browser adds is let be.

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/, 'base64url is needed')

const id = base64url(1_400).meta({ description: 'Of the credential, as the device calls it.' })

/** A key that a device made. */
export const newCredential = z.looseObject({
  id,
  rawId: id,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
export type NewCredential = z.output<typeof newCredential>

/** What a device signed with a key of it. */
export const assertion = z.looseObject({
  id,
  rawId: id,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(8_000),
    userHandle: base64url(100).nullable().optional(),
  }),
})
export type Assertion = z.output<typeof assertion>

const clientData = z.object({ challenge: z.string().max(200), origin: z.string().max(400) })

/** Which challenge was signed, and where the device was asked; undefined: that cannot be read. */
export function readClientData(text: string): z.output<typeof clientData> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return clientData.safeParse(read).data
  } catch {
    return undefined
  }
}
