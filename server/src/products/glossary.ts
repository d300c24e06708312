import { type GroupKind, groupsOf, type NewProduct } from './product.ts'

/**
 * What the rows of one call, all together, tell of groups that nobody knows yet, so that what comes of them does not depend on
 * their order: under which codes a name goes, and by which name a code.
 */
export interface Glossary {
  codesOf(kind: GroupKind, name: string): readonly string[]
  /** Of several names that rows give to one code, the first in the order of characters. */
  nameOf(kind: GroupKind, code: string): string | undefined
}

export interface GlossaryWriter extends Glossary {
  add(row: Pick<NewProduct, 'family' | 'brand' | 'type'>): void
}

export const NO_GLOSSARY: Glossary = { codesOf: () => [], nameOf: () => undefined }

/** Of a single product, which says of groups all that there is to say. */
export const noGlossary = async (): Promise<Glossary> => NO_GLOSSARY

export function openGlossary(): GlossaryWriter {
  const codes = new Map<string, Set<string>>()
  const names = new Map<string, string>()
  return {
    add: (row) => {
      for (const { kind, code, name } of groupsOf(row)) {
        if (code === undefined || name === undefined) continue
        const there = codes.get(`${kind}|${name}`)
        if (there) there.add(code)
        else codes.set(`${kind}|${name}`, new Set([code]))
        const before = names.get(`${kind}|${code}`)
        if (before === undefined || name < before) names.set(`${kind}|${code}`, name)
      }
    },
    codesOf: (kind, name) => [...(codes.get(`${kind}|${name}`) ?? [])],
    nameOf: (kind, code) => names.get(`${kind}|${code}`),
  }
}

export function glossaryOf(rows: readonly NewProduct[]): Glossary {
  const glossary = openGlossary()
  for (const row of rows) glossary.add(row)
  return glossary
}
