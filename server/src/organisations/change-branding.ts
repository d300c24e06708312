import type { Work } from '../db/index.ts'
import { Forbidden } from '../http/index.ts'
import { InvalidValue } from '../kit/error.ts'
import { brandAddress, extensionOf } from './brand-address.ts'
import type { BrandingBody, BrandingReply } from './branding.api.ts'
import { type Accent, readBranding, saveBranding } from './branding.store.ts'
import { leastContrast, NEEDED } from './contrast.ts'
import { readLogo } from './logo.ts'
import { readBusiness } from './organisations.store.ts'

export async function updateBranding(work: Work, body: BrandingBody): Promise<BrandingReply> {
  if (work.actor.within !== undefined) {
    throw Forbidden({
      parameters: ['branding'],
      detail: 'It is of the whole business; a key of one merchant or venue cannot change it.',
    })
  }
  const { display_name, accent, logo } = body
  if (accent) checkContrast(accent)
  await saveBranding(work, {
    displayName: display_name,
    accent,
    logo: logo ? readLogo(logo.content) : logo,
  })
  return getBranding(work)
}

/** Refused with what was measured, for both looks at once. */
function checkContrast(accent: Accent): void {
  const fields = (['light', 'dark'] as const).flatMap((look) => {
    const { ratio, with: ground } = leastContrast(accent[look], look)
    const path = `accent.${look}`
    const measured = `${path} is ${accent[look]}; it has ${ratio}:1 with ${ground}, and ${NEEDED}:1 is needed to be read`
    return ratio >= NEEDED ? [] : [{ path, code: 'invalid', message: measured }]
  })
  const [first] = fields
  if (!first) return
  const seen = first.path === 'accent.light' ? accent.light : accent.dark
  throw InvalidValue({
    parameters: [first.path, seen],
    detail: fields.map(({ message }) => message).join('. '),
    fields,
  })
}

export async function getBranding({ db, actor }: Work): Promise<BrandingReply> {
  const { displayName, accent, logo } = await readBranding(db, actor.tenant)
  const { id: business, name } = await readBusiness(db, actor.tenant)
  const address = brandAddress({ business, mode: actor.mode })
  return {
    display_name: displayName ?? null,
    shown_name: displayName ?? name,
    accent: accent
      ? {
          ...accent,
          contrast: {
            light: leastContrast(accent.light, 'light').ratio,
            dark: leastContrast(accent.dark, 'dark').ratio,
          },
        }
      : null,
    logo: logo
      ? {
          url: `${address}/${logo.hash}.${extensionOf(logo.type)}`,
          media_type: logo.type,
          width: logo.width,
          height: logo.height,
        }
      : null,
    manifest_url: displayName !== undefined || logo ? `${address}/manifest.webmanifest` : null,
  }
}
