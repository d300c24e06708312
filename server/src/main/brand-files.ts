import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Database } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { brandAddress, extensionOf, logoOf, readBranding, tenantOfBusiness } from '../organisations/index.ts'

interface Whose {
  readonly business: string
  readonly mode: string
}

const GROUND = '#f7f6f3'
const ACCENT = '#0f5c4c'
const ICON = { least: 192, most: 1_024 }
const OWN_ICONS = [
  { src: '/shopper/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/shopper/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
]

/** What anybody may see of a business before they are anybody: its logo, and what its app is called on a home screen. */
export function mountBrandFiles(http: FastifyInstance, { query: db }: Pick<Database, 'query'>): void {
  http.get<{ Params: Whose & { readonly file: string } }>(
    '/brands/:business/:mode/:file',
    async ({ params }, reply) => {
      const mode: Mode | undefined =
        params.mode === 'live' ? 'LIVE' : params.mode === 'test' ? 'TEST' : undefined
      const whose = mode && { business: params.business, mode }
      const tenant = whose && (await tenantOfBusiness(db, whose))
      if (!whose || tenant === undefined) return missing(reply)
      const { file } = params
      if (file === 'manifest.webmanifest') return sendManifest(reply, await manifestOf(db, tenant, whose))
      return sendLogo(reply, db, { tenant, file })
    },
  )
}

type Reader = Database['query']

async function sendLogo(
  reply: FastifyReply,
  db: Reader,
  { tenant, file }: { readonly tenant: Tenant; readonly file: string },
) {
  const [hash = '', extension] = file.split('.')
  const logo = await logoOf(db, tenant, hash)
  if (!logo || extensionOf(logo.type) !== extension) return missing(reply)
  return (
    reply
      .header('content-type', logo.type)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      // The address says what is in it.
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(logo.bytes)
  )
}

function sendManifest(reply: FastifyReply, manifest: object) {
  return reply
    .header('content-type', 'application/manifest+json')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-cache')
    .send(JSON.stringify(manifest))
}

function missing(reply: FastifyReply) {
  return reply.code(404).header('content-type', 'text/plain').send('not found')
}

/** The app's own, under the name, colour and picture of the business. */
async function manifestOf(db: Reader, tenant: Tenant, whose: Parameters<typeof brandAddress>[0]) {
  const { displayName = 'Wallet', accent, logo } = await readBranding(db, tenant)
  const isIcon = logo && logo.width === logo.height && logo.width >= ICON.least && logo.width <= ICON.most
  const own = logo && {
    src: `${brandAddress(whose)}/${logo.hash}.${extensionOf(logo.type)}`,
    sizes: `${logo.width}x${logo.height}`,
    type: logo.type,
    purpose: 'any',
  }
  return {
    id: '/shopper/',
    name: displayName,
    short_name: displayName.slice(0, 12).trim(),
    start_url: '/shopper/',
    scope: '/shopper/',
    display: 'standalone',
    orientation: 'portrait',
    background_color: GROUND,
    theme_color: accent?.light ?? ACCENT,
    icons: isIcon ? [own, ...OWN_ICONS.slice(1)] : OWN_ICONS,
  }
}
