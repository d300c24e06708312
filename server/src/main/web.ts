import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const BUILT = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

// The page loads nothing from anywhere else, and nothing of it runs that did not come from here.
const policyOf = (scripts: string, { shows = '', shownBy = "'none'" } = {}) =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; connect-src 'self'; ${shows}base-uri 'none'; form-action 'self'; frame-ancestors ${shownBy}`

const POLICY = policyOf("'self'")
// The test tools of the dashboard show the till and the app of customers beside each other; nobody else does.
const SHOWS = /[\\/]dashboard[\\/]index\.html$/
const SHOWN = /[\\/](till|shopper)[\\/]index\.html$/
// Codes are read by WebAssembly where the browser has no detector of its own; that worker comes under its own policy.
const READS_CODES = /[\\/]assets[\\/]decode-worker-/
const POLICY_OF_READER = policyOf("'self' 'wasm-unsafe-eval'")

function policyFor(file: string): string {
  if (READS_CODES.test(file)) return POLICY_OF_READER
  if (SHOWS.test(file)) return policyOf("'self'", { shows: "frame-src 'self'; " })
  return SHOWN.test(file) ? policyOf("'self'", { shownBy: "'self'" }) : POLICY
}

const ASSET = /[\\/]assets[\\/]/

/** Serves the built apps, each below its name, `/engine.js` and `/forms.js`, if they were built; `/` leads to the dashboard. */
export async function mountWeb(http: FastifyInstance): Promise<void> {
  if (!existsSync(BUILT)) return
  await http.register(fastifyStatic, {
    root: BUILT,
    wildcard: false,
    redirect: true,
    setHeaders: (reply, file) => {
      reply.header('content-security-policy', policyFor(file))
      reply.header('x-content-type-options', 'nosniff')
      reply.header('referrer-policy', 'no-referrer')
      // Built files carry their hash in their name; what names them, or has one name for ever, must be asked for each time.
      reply.header('cache-control', ASSET.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  http.get('/till/display', (_, reply) => reply.redirect('/till/display.html'))
  // Browsers take what stands after # along.
  http.get('/', (request, reply) => reply.redirect(`/dashboard/${queryOf(request.url)}`))
}

function queryOf(url: string): string {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at)
}
