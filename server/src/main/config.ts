import { z } from 'zod'
import { type Https, knownNames, nearest, type RateLimits } from '../http/index.ts'
import { isNetwork } from '../outgoing/index.ts'
import type { RelyingParty } from '../passkeys/index.ts'
import { PROVIDER_URLS, type ProviderUrls } from '../payouts/index.ts'
import { ConfigError } from './config-error.ts'
import { RATE_LIMITS, readRateLimits } from './rate-limits.ts'

const networks = z.string().transform((text, context) => {
  const all = text.split(',').map((each) => each.trim())
  for (const each of all) {
    if (!isNetwork(each))
      context.addIssue({ code: 'custom', message: `"${each}" is no network such as 10.1.0.0/16` })
  }
  return all
})

const DOMAIN = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/
const ORIGIN =
  /^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/localhost(:\d{1,5})?|android:apk-key-hash:[\w-]+)$/

const origins = z.string().transform((text, context) => {
  const all = text.split(',').map((each) => each.trim())
  for (const each of all) {
    if (!ORIGIN.test(each))
      context.addIssue({ code: 'custom', message: `"${each}" is no origin such as https://shop.example` })
  }
  return all
})

// What clients on the same machine go by, as the dashboard writes it for them; nothing to the server.
const OF_CLIENTS = new Set(['TILLBACK_API_KEY', 'TILLBACK_WEBHOOK_SECRET'])

/** Everything that may be set from outside, by environment variable. */
const environment = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  TILLBACK_DATA_DIR: z.string().min(1).default('.tillback'),
  TILLBACK_SECRET: z.string().min(32).optional(),
  TILLBACK_WEBHOOK_NETWORKS: networks.default([]),
  TILLBACK_RATE_LIMITS: z.string().transform(readRateLimits).default(RATE_LIMITS),
  NODE_ENV: z.string().optional(),
  TILLBACK_REQUIRE_HTTPS: z.enum(['on', 'off']).optional(),
  TILLBACK_TRUSTED_PROXIES: networks.default([]),
  TILLBACK_PASSKEY_DOMAIN: z.string().regex(DOMAIN, 'a domain such as shop.example is needed').optional(),
  TILLBACK_PASSKEY_ORIGINS: origins.optional(),
  TILLBACK_PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'mailto: or https: and an address are needed')
    .optional(),
  TILLBACK_STRIPE_URL: z.url().default(PROVIDER_URLS.stripe),
  TILLBACK_PAYPAL_URL: z.url().default(PROVIDER_URLS.paypalLive),
  TILLBACK_PAYPAL_SANDBOX_URL: z.url().default(PROVIDER_URLS.paypalSandbox),
})

export interface Config {
  /** A PostgreSQL of the operator's; undefined: the embedded one. */
  readonly databaseUrl: string | undefined
  readonly port: number
  readonly host: string
  readonly logLevel: string
  readonly dataDir: string
  readonly secret: string | undefined
  /** Plain HTTP is refused where it is required, which in production it is unless it is switched off. */
  readonly https: Https
  /** How much one caller may ask; undefined: anything. */
  readonly limits: RateLimits | undefined
  /** Where payout providers are reached: nobody but whoever runs the installation decides it. */
  readonly providerUrls: ProviderUrls
  /** Networks that are not public and that webhooks may call all the same. */
  readonly webhookNetworks: readonly string[]
  /** Where passkeys are good; undefined: on this machine. */
  readonly relyingParty: RelyingParty | undefined
  /** Whom push services may ask about our messages. */
  readonly pushContact: string | undefined
}

/** Reads the environment. An unknown TILLBACK_ variable is a mistake that would otherwise go unnoticed, so it refuses. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const known = knownNames(environment, [])
  for (const name of Object.keys(variables)) {
    if (!name.startsWith('TILLBACK_') || known.includes(name) || OF_CLIENTS.has(name)) continue
    const meant = nearest(
      name.toLowerCase(),
      known.map((each) => each.toLowerCase()),
    )
    throw new ConfigError(
      `${name} is not a known setting${meant ? `; did you mean ${meant.toUpperCase()}?` : ''}`,
    )
  }
  const result = environment.safeParse(variables)
  if (!result.success) {
    const lines = result.error.issues.map(
      ({ path, message }) => `${path.join('.')} is ${String(variables[String(path[0])])}: ${message}`,
    )
    throw new ConfigError(lines.join('\n'))
  }
  const { NODE_ENV, DATABASE_URL, PORT, HOST, LOG_LEVEL, TILLBACK_DATA_DIR, TILLBACK_SECRET } = result.data
  return {
    databaseUrl: DATABASE_URL,
    port: PORT,
    host: HOST,
    logLevel: LOG_LEVEL,
    dataDir: TILLBACK_DATA_DIR,
    secret: TILLBACK_SECRET,
    https: {
      required: (result.data.TILLBACK_REQUIRE_HTTPS ?? (NODE_ENV === 'production' ? 'on' : 'off')) === 'on',
      proxies: result.data.TILLBACK_TRUSTED_PROXIES,
    },
    limits: result.data.TILLBACK_RATE_LIMITS ?? undefined,
    providerUrls: {
      stripe: result.data.TILLBACK_STRIPE_URL,
      paypalLive: result.data.TILLBACK_PAYPAL_URL,
      paypalSandbox: result.data.TILLBACK_PAYPAL_SANDBOX_URL,
    },
    webhookNetworks: result.data.TILLBACK_WEBHOOK_NETWORKS,
    relyingParty: relyingParty(result.data),
    pushContact: result.data.TILLBACK_PUSH_CONTACT,
  }
}

function relyingParty({
  TILLBACK_PASSKEY_DOMAIN: domain,
  TILLBACK_PASSKEY_ORIGINS: origins,
}: z.output<typeof environment>): RelyingParty | undefined {
  if (domain !== undefined) return { domain, origins: origins ?? [`https://${domain}`] }
  if (origins === undefined) return undefined
  throw new ConfigError('TILLBACK_PASSKEY_ORIGINS needs TILLBACK_PASSKEY_DOMAIN')
}
