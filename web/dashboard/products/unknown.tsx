import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { Listing } from '../list/listing.tsx'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import type { Product } from './products.tsx'

const words = texts.products
const A_PAGE = 50

const COLUMNS: readonly Column[] = [
  { name: words.columns.product },
  { name: words.columns.seen, from: 'narrow' },
  { name: words.columns.act },
]

/** What tills have sold that no system had told of: made from the purchase, and waiting to be put in its place. */
export function Unknown({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE, source: 'PURCHASE' } as const
  const products = useRead(['products', asked], (client, options) => client.products.list(asked, options), {
    keeps: true,
  })
  const [merging, setMerging] = useState<Product>()
  return (
    <>
      <Listing
        address={address}
        of={products}
        label={words.pages}
        empty={
          <EmptyState icon="check" title={words.noUnknown.title}>
            <p>{words.noUnknown.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <>
            <p className={styles.lead}>{words.unknownMeans}</p>
            <Table caption={words.tabs.unknown} columns={COLUMNS}>
              {found.map((product) => (
                <tr key={product.id}>
                  <Cell head>
                    {product.name}
                    <Below>{product.sku}</Below>
                  </Cell>
                  <Cell from="narrow">
                    <Time at={product.created_on} inList />
                  </Cell>
                  <Cell>
                    <Button onClick={() => setMerging(product)}>{words.mergeInto}</Button>
                  </Cell>
                </tr>
              ))}
            </Table>
          </>
        )}
      </Listing>
      {merging && <MergeInto product={merging} onClose={() => setMerging(undefined)} />}
    </>
  )
}

interface MergeIntoProps {
  readonly product: Product
  readonly onClose: () => void
}

function MergeInto({ product, onClose }: MergeIntoProps) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const sought = search.trim()
  const found = useRead(
    ['products', 'merge', sought],
    (client, options) => client.products.list({ search_value: sought, size: 20 }, options),
    { isEnabled: sought.length >= 3 },
  )
  const others = (found.data?.content ?? []).filter(({ id }) => id !== product.id)
  const merge = useCommand({
    run: (client) => client.products.merge(product.id, { into: chosen }),
    changes: [['products']],
    done: words.merged(product.name),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.mergeTitle(product.name)}
      action={words.mergeAction}
      isReady={chosen !== ''}
      onConfirm={() => merge.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.mergeMeans}</p>
      <TextField label={words.find} value={search} onChange={setSearch} autoComplete="off" />
      <SelectField
        label={words.into}
        name="into"
        value={chosen}
        options={[
          ['', others.length === 0 ? words.nothingFound : words.choose],
          ...others.map(({ id, name, sku }) => [id, `${name} · ${sku}`] as const),
        ]}
        onChange={setChosen}
      />
    </Confirm>
  )
}
