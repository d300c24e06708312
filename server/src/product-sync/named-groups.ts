import type { GroupReference, NewProduct } from '../products/index.ts'

type Named = Pick<NewProduct, 'family' | 'brand' | 'type'>

/** The groups that rows name, whether or not all else of a row can be read. */
export function namedGroups(rows: string): Named[] {
  const raw: unknown = JSON.parse(rows)
  return (Array.isArray(raw) ? raw : []).flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null) return []
    const named = (field: string) => referenceOf(Reflect.get(row, field))
    return [{ family: named('family'), brand: named('brand'), type: named('type') }]
  })
}

function referenceOf(value: unknown): GroupReference | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const text = (field: string) => {
    const found: unknown = Reflect.get(value, field)
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined
  }
  return { code: text('code'), name: text('name') }
}
