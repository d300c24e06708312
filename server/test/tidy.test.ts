import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

// ARCHITECTURE.md as a test: what no compiler and no linter holds.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCE = path.join(ROOT, 'server/src')

/** Each domain may import those to its left, and only through their index.ts. */
const ORDER = [
  ['kit'],
  ['engine'],
  ['db'],
  ['http', 'events', 'outgoing'],
  ['processes'],
  ['ledger'],
  ['organisations'],
  ['sessions', 'audit', 'request-log'],
  ['passkeys'],
  ['access'],
  ['contacts'],
  ['schemes', 'tiers', 'notes'],
  ['products'],
  ['product-sync'],
  ['product-feeds'],
  ['wallets'],
  ['expiry', 'adjustments', 'topups', 'wallet-transfers'],
  ['passes'],
  ['offers'],
  ['tokens', 'payouts'],
  ['purchases'],
  ['rehearsals', 'achievements', 'merges', 'wallet-blocks', 'claims', 'tills'],
  ['reports'],
  ['webhooks'],
  ['order-catalogues'],
  ['orders'],
  ['provisioning'],
  ['notifications'],
  ['identity-checks'],
  ['privacy'],
  ['test-helpers'],
  ['promotions'],
  ['self-service'],
  ['v1'],
  ['main'],
]
const rankOf = (domain: string) => ORDER.findIndex((names) => names.includes(domain))

interface Source {
  readonly name: string
  readonly domain: string
  readonly text: string
  readonly isTest: boolean
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'fixtures'].includes(entry.name) ? [] : filesBelow(full)
    return /\.(ts|tsx|cjs|sql)$/.test(entry.name) ? [full] : []
  })
}

const sources: readonly Source[] = filesBelow(SOURCE).map((file) => {
  const name = path.relative(SOURCE, file)
  return {
    name,
    domain: name.split(path.sep)[0] ?? '',
    text: readFileSync(file, 'utf8'),
    isTest: name.endsWith('.test.ts'),
  }
})
const product = sources.filter(({ isTest }) => !isTest)
const everything = [
  ...filesBelow(path.join(ROOT, 'server')),
  ...filesBelow(path.join(ROOT, 'sdk')),
  ...filesBelow(path.join(ROOT, 'web')),
  ...filesBelow(path.join(ROOT, 'scripts')),
]

function importsOf({ text }: Source): string[] {
  return [...text.matchAll(/from '(\.[^']+)'/g)].map((match) => match[1] ?? '')
}

function targetOf(source: Source, specifier: string): string {
  return path.join(path.dirname(source.name), specifier)
}

/** Files of `sources` that break a rule, with what breaks it. */
function offenders(from: readonly Source[], find: (source: Source) => readonly string[]): string[] {
  return from.flatMap((source) => find(source).map((what) => `${source.name}: ${what}`))
}

describe('the dependency rule', () => {
  test('every folder stands in the order', () => {
    expect([...new Set(product.map(({ domain }) => domain))].filter((domain) => rankOf(domain) < 0)).toEqual(
      [],
    )
  })

  test('a domain imports only domains to its left', () => {
    const wrong = offenders(product, (source) =>
      importsOf(source).filter((specifier) => {
        const domain = targetOf(source, specifier).split(path.sep)[0] ?? ''
        return domain !== source.domain && rankOf(domain) >= rankOf(source.domain)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('another domain is entered only through its index.ts; kit is a vocabulary and has no door', () => {
    const wrong = offenders(product, (source) =>
      importsOf(source).filter((specifier) => {
        const target = targetOf(source, specifier)
        const domain = target.split(path.sep)[0] ?? ''
        return domain !== source.domain && domain !== 'kit' && target !== path.join(domain, 'index.ts')
      }),
    )
    expect(wrong).toEqual([])
  })

  test('kit does no I/O', () => {
    const wrong = offenders(
      product.filter(({ domain }) => domain === 'kit'),
      ({ text }) =>
        [...text.matchAll(/from '(node:(?!crypto)[^']+|pg|fastify|kysely)'/g)].map((match) => match[1] ?? ''),
    )
    expect(wrong).toEqual([])
  })
})

describe('the engine', () => {
  /** The engine, and what of kit it reaches: all that runs in a browser as well. */
  const reached = new Map<string, Source>()
  const reach = (source: Source | undefined) => {
    if (!source || reached.has(source.name)) return
    reached.set(source.name, source)
    for (const specifier of importsOf(source)) {
      const target = targetOf(source, specifier)
      reach(product.find(({ name }) => name === target))
    }
  }
  for (const source of product) if (source.domain === 'engine') reach(source)
  const parts = [...reached.values()]

  test('imports zod, its own files and what of kit needs no more than that', () => {
    const wrong = offenders(parts, ({ text }) =>
      [...text.matchAll(/(?:from|import) '([^.'][^']*)'/g)].map((match) => match[1] ?? ''),
    )
    expect(new Set(wrong.map((each) => each.split(': ')[1]))).toEqual(new Set(['zod']))
    expect(parts.filter(({ domain }) => domain !== 'engine' && domain !== 'kit')).toEqual([])
  })

  test('looks at no clock, no chance, no locale and no surroundings', () => {
    const impure =
      /new Date\(\)|\bDate\(\)|Date\.now|Math\.random|toLocale|localeCompare|\.get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(|\b(?:process|globalThis|performance|crypto|console|Buffer)\b\.|\b(?:fetch|setTimeout|setInterval)\(/g
    expect(offenders(parts, ({ text }) => [...text.matchAll(impure)].map((match) => match[0]))).toEqual([])
  })

  test('asks the platform for time zones and the list of currencies only', () => {
    const asking = parts.filter(({ text }) => /\bIntl\./.test(text)).map(({ name }) => path.basename(name))
    expect(asking.sort()).toEqual(['currency.ts', 'zone.ts'])
  })
})

describe('tenants', () => {
  test('every statement of a domain names its tenant', () => {
    const statement =
      /(?:selectFrom|updateTable|deleteFrom|insertInto)\('(?!tenants|pg_|migrations)[\s\S]*?(?=\n {0,2}\}|\n\n|$)/g
    const byKey = ['api-keys.store.ts', 'users.store.ts']
    const wrong = offenders(
      product.filter(({ name, domain }) => domain !== 'main' && !byKey.includes(path.basename(name))),
      ({ text }) =>
        [...text.matchAll(statement)].map((match) => match[0]).filter((found) => !found.includes('tenant')),
    )
    expect(wrong).toEqual([])
  })

  test('every set-based statement joins or filters by tenant', () => {
    const wrong = offenders(product, ({ text }) =>
      [...text.matchAll(/statement\(\s*'([^']+)',\s*(`[^`]*`|'[^']*')/g)]
        .filter((match) => !(match[2] ?? '').includes('tenant'))
        .map((match) => match[1] ?? ''),
    )
    expect(wrong).toEqual([])
  })
})

describe('money and time', () => {
  test('the clock is read in main, and for ids, only', () => {
    const allowed = ['main/start.ts', 'main/listen/now.ts', 'kit/id.ts']
    const wrong = offenders(
      product.filter(({ name }) => !allowed.includes(name.replaceAll(path.sep, '/'))),
      ({ text }) => [...text.matchAll(/new Date\(\)|Date\.now\(\)/g)].map((match) => match[0]),
    )
    expect(wrong).toEqual([])
  })

  test('nobody changes or deletes a transfer', () => {
    const changes =
      /update transfers|delete from transfers|updateTable\('transfers|deleteFrom\('transfers|truncate/i
    expect(offenders(product, ({ text }) => (changes.test(text) ? ['changes transfers'] : []))).toEqual([])
  })

  test('only the ledger writes accounts, transfers and lots', () => {
    const writes = /(?:insert into|update|insertInto\('|updateTable\(')\s*(?:accounts|transfers|lots)\b/i
    const others = product.filter(({ domain }) => domain !== 'ledger')
    expect(offenders(others, ({ text }) => (writes.test(text) ? ['writes the books'] : []))).toEqual([])
  })
})

test('migrations are numbered from one, without a gap and without two of a number', () => {
  const names = readdirSync(path.join(ROOT, 'server/migrations')).sort()
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
})

describe('files', () => {
  test('are at most 300 lines, tests 500', () => {
    const long = everything
      .filter((file) => !/\.gen\.ts$/.test(file))
      .map((file) => ({
        file: path.relative(ROOT, file),
        lines: readFileSync(file, 'utf8').split('\n').length - 1,
      }))
      .filter(({ file, lines }) => lines > (/\.test\.tsx?$/.test(file) ? 500 : 300))
    expect(long).toEqual([])
  })

  test('are named for what they hold, not for a kind of drawer', () => {
    const drawers = /(util|utils|helper|helpers|common|misc|manager|service|mapper)s?\.(ts|tsx)$/
    expect(everything.filter((file) => drawers.test(file))).toEqual([])
  })

  test('carry no mark of unfinished work', () => {
    const marks = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''))
    expect(everything.filter((file) => marks.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  test('export no defaults but where a tool asks for one', () => {
    const wrong = offenders(product, ({ text }) => (/^export default/m.test(text) ? ['export default'] : []))
    expect(wrong).toEqual([])
  })
})
