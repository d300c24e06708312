import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { type Endpoint, openApi } from '../../http/index.ts'
import { catalogueOf } from './catalogue.ts'
import { readDocument } from './document.ts'
import { errorsPage } from './errors-page.ts'
import { referencePage } from './reference.ts'

// Only our own stylesheet and icon: no script, no frame, nothing from elsewhere, so the pages also work
// without a network.
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Serves the reference at /docs, the catalogue of errors at /docs/errors and the document at /openapi.json.
 */
export function docsRoutes(app: FastifyInstance, endpoints: readonly Endpoint[]): void {
  const json = once(() => openApi(endpoints))
  const document = once(() => readDocument(json()))
  const reference = () => referencePage(document())
  const pages: readonly Asset[] = [
    { url: '/docs', type: 'text/html', text: reference },
    { url: '/docs/', type: 'text/html', text: reference },
    { url: '/docs/errors', type: 'text/html', text: () => errorsPage(document(), catalogueOf(endpoints)) },
    { url: '/docs/docs.css', type: 'text/css', text: () => fileText('docs.css') },
    { url: '/docs/icon.svg', type: 'image/svg+xml', text: () => fileText('icon.svg') },
    { url: '/openapi.json', type: 'application/json', text: () => JSON.stringify(json(), null, 2) },
  ]
  for (const page of pages) serveAsset(app, page)
}

interface Asset {
  readonly url: string
  readonly type: string
  readonly text: () => string
}

function serveAsset(app: FastifyInstance, { url, type, text }: Asset): void {
  // Rendered at the first request, so that a start does not wait for pages that nobody may read.
  const content = once(() => {
    const plain = Buffer.from(text())
    const tag = `"${createHash('sha256').update(plain).digest('base64url')}"`
    return { plain, packed: gzipSync(plain), tag }
  })
  app.get(url, (request, reply) => {
    const { plain, packed, tag } = content()
    reply.headers({
      'request-id': request.id,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      etag: tag,
    })
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
    reply.header('content-type', `${type}; charset=utf-8`)
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    return isPacked ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(plain)
  })
}

function fileText(name: string): string {
  return readFileSync(path.join(import.meta.dirname, name), 'utf8')
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
