import { arrayOf, statement, type Work } from '../db/index.ts'
import { type Coded, codesNamed, type Names, type OfferTerms } from '../engine/index.ts'
import { areCodesTold } from './translator.ts'

const NAMED = statement(
  'names_in_offers',
  `select 'SKU' as type, s.sku as code, p.name
     from products s
     join products p on p.tenant = s.tenant and p.id = coalesce(s.merged_into, s.id)
    where s.tenant = $1::int and s.sku = any ($2::text[])
    union all
   select g.kind, g.code, g.name
     from unnest($3::text[], $4::text[]) as n(kind, code)
     join product_groups g on g.tenant = $1::int and g.kind = n.kind and g.code = n.code
    union all
   select 'CLASSIFICATION', c.code, c.name
     from classifications c
    where c.tenant = $1::int and c.code = any ($5::text[])`,
)

interface Row {
  readonly type: Coded
  readonly code: string
  readonly name: string
}

/** What the products, groups and classifications are called that any of the offers names by their codes: asked for once. */
export async function readNames(
  { sql, actor }: Work,
  offers: readonly OfferTerms[],
): Promise<Names['ofCode']> {
  const named = offers.map(codesNamed)
  const targets = named.flatMap(({ products }) => products)
  const classifications = [...new Set(named.flatMap((each) => each.classifications))]
  if (targets.length === 0 && classifications.length === 0) return () => undefined
  const skus = new Set(targets.flatMap(({ type, code }) => (type === 'SKU' ? [code] : [])))
  const groups = [
    ...new Map(targets.filter(({ type }) => type !== 'SKU').map((each) => [keyOf(each), each])).values(),
  ]
  const rows = await sql.run<Row>(NAMED, [
    actor.tenant,
    arrayOf([...skus]),
    arrayOf(groups.map(({ type }) => type)),
    arrayOf(groups.map(({ code }) => code)),
    arrayOf(classifications),
  ])
  return calledBy(rows, areCodesTold(actor))
}

/** By its name, and by its code as well where another one is called the same and codes are told. What has its code for a name has none. */
function calledBy(rows: readonly Row[], isCodeTold: boolean): Names['ofCode'] {
  const called = new Map<string, string>()
  const bearers = Map.groupBy(rows, ({ type, name }) => `${type}:${name}`)
  for (const { type, code, name } of rows) {
    if (name === '' || name === code) continue
    const isAlone = bearers.get(`${type}:${name}`)?.length === 1
    called.set(keyOf({ type, code }), isAlone || !isCodeTold ? name : `${name} (${code})`)
  }
  return (type, code) => called.get(keyOf({ type, code }))
}

function keyOf({ type, code }: Pick<Row, 'type' | 'code'>): string {
  return `${type}:${code}`
}
