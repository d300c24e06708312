import { Badge } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Money } from '../../kit/money.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { viewOf } from '../address.ts'
import { CallCode } from '../code/call-code.tsx'
import type { ApiCall } from '../code/code-of.ts'
import { Link } from '../link.tsx'
import { FilterBar, SearchField } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { PARTS } from '../parts.ts'
import { type Reply, useRead } from '../read.ts'
import { ImportLink } from '../syncs/import-link.tsx'
import { Tabs } from '../tabs.tsx'
import { texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { DietaryTags } from './dietary-tags.tsx'
import { Groups } from './groups.tsx'
import own from './products.module.css'
import { Unknown } from './unknown.tsx'

const words = texts.products
const A_PAGE = 50
const TABS = PARTS.products
const SOURCES = ['MANUAL', 'SYNC', 'FEED', 'PURCHASE'] as const

export type Product = Reply<'products', 'list'>['content'][number]

/** What is sold, as the business, its systems and its tills have told it. */
export function Products({ address }: ViewProps) {
  const tab = TABS.find((each) => each === address.tab) ?? 'products'
  return (
    <div className={styles.parts}>
      <Head title={words.title}>
        <ImportLink name="products">{texts.syncs.importCsv}</ImportLink>
      </Head>
      <Tabs
        label={words.parts}
        address={address}
        current={tab}
        tabs={TABS.map((each) => [each, words.tabs[each]])}
      />
      {tab === 'products' && <Known address={address} />}
      {tab === 'groups' && <Groups address={address} />}
      {tab === 'unknown' && <Unknown address={address} />}
    </div>
  )
}

function Known({ address }: ViewProps) {
  const { search, source, family, brand, type } = address.filters
  const from = SOURCES.find((each) => each === source)
  const asked = {
    page: address.page,
    size: A_PAGE,
    ...(search === undefined ? {} : { search_value: search }),
    ...(from === undefined ? {} : { source: from }),
    ...(family === undefined ? {} : { family }),
    ...(brand === undefined ? {} : { brand }),
    ...(type === undefined ? {} : { type }),
  } as const
  const products = useRead(['products', asked], (client, options) => client.products.list(asked, options), {
    keeps: true,
  })
  return (
    <>
      <SearchField address={address} label={words.find} />
      <FilterBar
        address={address}
        filters={[
          { kind: 'choice', name: 'source', label: words.source, options: Object.entries(words.sources) },
          { kind: 'text', name: 'family', label: words.kinds.FAMILY },
          { kind: 'text', name: 'brand', label: words.kinds.BRAND },
          { kind: 'text', name: 'type', label: words.kinds.TYPE },
        ]}
      />
      <Listing address={address} of={products} label={words.pages} empty={<Doors />}>
        {(found) => <ProductTable products={found} />}
      </Listing>
    </>
  )
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.product, className: own.product },
  { name: words.columns.family, from: 'narrow' },
  { name: words.columns.brand, from: 'wide' },
  { name: words.columns.price, figures: true, className: own.price },
  { name: words.columns.source, from: 'narrow', className: own.source },
  { name: words.columns.menus, from: 'narrow', className: own.menus },
]

function ProductTable({ products }: { readonly products: readonly Product[] }) {
  return (
    <Table caption={words.caption} columns={COLUMNS}>
      {products.map(({ id, sku, name, family, brand, price, source, earns, is_active }) => (
        <tr key={id}>
          <Cell head>
            {name}
            <Below>
              {sku}
              {is_active ? '' : ` · ${words.inactive}`}
            </Below>
            <Below until="narrow">
              <DietaryTags product={{ id, name }} />
            </Below>
            {!earns && (
              <Below until="narrow">
                <EarnsNothing />
              </Below>
            )}
          </Cell>
          <Cell from="narrow">{family?.name ?? texts.nothing}</Cell>
          <Cell from="wide">{brand?.name ?? texts.nothing}</Cell>
          <Cell figures>
            {price ? <Money amount={price.amount} currency={price.currency_code} /> : texts.nothing}
          </Cell>
          <Cell from="narrow">{earns ? wordFor(words.sources, source) : <EarnsNothing />}</Cell>
          <Cell from="narrow">
            <DietaryTags product={{ id, name }} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

function EarnsNothing() {
  return (
    <Badge tone="warning" icon="info">
      {words.earnsNothing}
    </Badge>
  )
}

const A_PRODUCT = { products: [{ sku: 'COFFEE', name: 'Coffee', family: { code: 'DRINKS' } }] }
const PUSH: ApiCall = {
  method: 'POST',
  path: '/backoffice/v2/synchronise_products',
  body: A_PRODUCT,
  sdk: 'productSynchronisation.synchroniseProducts',
}

/** The ways in which products get here. */
function Doors() {
  return (
    <EmptyState icon="box" title={words.empty.title}>
      <p>{words.empty.text}</p>
      <CallCode call={PUSH} run={(client) => client.productSynchronisation.synchroniseProducts(A_PRODUCT)} />
      <p>
        <ImportLink name="products">{texts.syncs.importCsv}</ImportLink>
      </p>
      <p>
        <Link to={viewOf('syncs')}>{words.empty.syncs}</Link>
      </p>
    </EmptyState>
  )
}
