import { type FoundContact, findContacts } from '../contacts/index.ts'
import type { Runner } from '../db/index.ts'
import { readRevisions } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type ClassificationId, newId } from '../kit/id.ts'
import { type FoundPass, findPasses } from '../passes/index.ts'
import { findGroups, findProducts } from '../products/index.ts'
import { type Membership, readMemberships } from '../schemes/index.ts'
import { type Catalogue, shelve } from './catalogue.ts'
import { type Learnt, nameKey } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'

/** Thrown when what is held in memory is older than the database: the group is loaded again with it refreshed. */
export class CatalogueStale extends Error {
  override readonly name = 'CatalogueStale'
  readonly tenant: Tenant
  readonly revision: bigint

  constructor(tenant: Tenant, revision: bigint) {
    super(`the catalogue of tenant ${tenant} is older than revision ${revision}`)
    this.tenant = tenant
    this.revision = revision
  }
}

export function catalogueOf(
  { command }: PreparedPurchase,
  catalogues: ReadonlyMap<Tenant, Catalogue>,
): Catalogue {
  const catalogue = catalogues.get(command.actor.tenant)
  if (!catalogue) throw new CatalogueStale(command.actor.tenant, 0n)
  return catalogue
}

/** What can be known without a lock: contacts, products, whether the catalogue is still true. */
export async function lookUp(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  catalogues: ReadonlyMap<Tenant, Catalogue>,
) {
  const keyed = commands.flatMap(({ command, contact }, index) =>
    contact ? [{ tenant: command.actor.tenant, key: contact, index }] : [],
  )
  const passKeys = commands.flatMap(({ command, pass }, position) =>
    pass ? [{ tenant: command.actor.tenant, code: pass.code, position }] : [],
  )
  const [revisions, found, products, groups, passes] = await Promise.all([
    readRevisions(sql, [...catalogues.keys()]),
    findContacts(sql, keyed),
    findProducts(sql, missingProducts(commands, catalogues)),
    findGroups(sql, namedGroups(commands, catalogues)),
    findPasses(sql, passKeys),
  ])
  for (const { tenant, configuration, products: productRevision } of revisions) {
    const catalogue = catalogues.get(tenant)
    if (!catalogue || catalogue.revision < configuration) throw new CatalogueStale(tenant, configuration)
    // Another group of this process has seen a change that these products were read before.
    if (catalogue.products.revision > productRevision) throw new CatalogueStale(tenant, configuration)
    if (catalogue.products.revision < productRevision) {
      catalogue.products.bySku.clear()
      catalogue.products.revision = productRevision
      throw new CatalogueStale(tenant, configuration)
    }
  }
  for (const { tenant, product } of products) {
    const catalogue = catalogues.get(tenant)
    if (catalogue) shelve(catalogue.products, product)
  }
  const contacts: (readonly FoundContact[])[] = commands.map(() => [])
  keyed.forEach(({ index }, position) => {
    contacts[index] = found[position] ?? []
  })
  const learnt: Learnt = {
    products: new Map(),
    groups: new Map(
      groups.map((group) => [
        nameKey(group.tenant, `${group.kind}|${group.code}`),
        { ...group, isNew: false },
      ]),
    ),
    classifications: newClassifications(commands),
  }
  return {
    contacts,
    learnt,
    memberships: await membershipsOf(sql, commands, { contacts, catalogues }),
    passes: inPlace(commands, passes),
  }
}

interface Found {
  readonly contacts: readonly (readonly FoundContact[])[]
  readonly catalogues: ReadonlyMap<Tenant, Catalogue>
}

/** Only where there are schemes besides the one that everybody is in. */
async function membershipsOf(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  { contacts, catalogues }: Found,
): Promise<ReadonlyMap<string, readonly Membership[]>> {
  const keys = commands.flatMap((prepared, index) => {
    const { tenant } = prepared.command.actor
    return catalogueOf(prepared, catalogues).offers.hasSchemes
      ? (contacts[index] ?? []).map(({ id }) => ({ tenant, contact: id }))
      : []
  })
  return keys.length === 0
    ? new Map()
    : Map.groupBy(await readMemberships(sql, keys), ({ contact }) => contact)
}

function inPlace(
  commands: readonly PreparedPurchase[],
  passes: readonly FoundPass[],
): readonly (FoundPass | undefined)[] {
  const byPosition = new Map(passes.map((pass) => [pass.position, pass]))
  return commands.map((_, position) => byPosition.get(position))
}

function newClassifications(commands: readonly PreparedPurchase[]): Learnt['classifications'] {
  return new Map(
    commands.flatMap(({ command, classification }) => {
      if (!classification || 'known' in classification) return []
      const { tenant } = command.actor
      const made = { tenant, id: newId<ClassificationId>(), ...classification.unknown }
      return [[nameKey(tenant, made.code), made] as const]
    }),
  )
}

function missingLines(commands: readonly PreparedPurchase[], catalogues: ReadonlyMap<Tenant, Catalogue>) {
  return commands.flatMap((prepared) => {
    const { tenant } = prepared.command.actor
    const shelf = catalogueOf(prepared, catalogues).products.bySku
    return prepared.amounts.lines.flatMap((line) =>
      line.sku === '' || shelf.has(line.sku) ? [] : [{ tenant, line }],
    )
  })
}

function missingProducts(commands: readonly PreparedPurchase[], catalogues: ReadonlyMap<Tenant, Catalogue>) {
  const missing = missingLines(commands, catalogues).map(({ tenant, line }) => ({ tenant, sku: line.sku }))
  return [...new Map(missing.map((key) => [nameKey(key.tenant, key.sku), key])).values()]
}

function namedGroups(commands: readonly PreparedPurchase[], catalogues: ReadonlyMap<Tenant, Catalogue>) {
  const named = missingLines(commands, catalogues).flatMap(({ tenant, line }) => [
    ...(line.family ? [{ tenant, kind: 'FAMILY' as const, code: line.family.code }] : []),
    ...(line.brand ? [{ tenant, kind: 'BRAND' as const, code: line.brand.code }] : []),
    ...(line.type ? [{ tenant, kind: 'TYPE' as const, code: line.type.code }] : []),
  ])
  return [...new Map(named.map((key) => [nameKey(key.tenant, `${key.kind}|${key.code}`), key])).values()]
}
