import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { ViewProps } from '../views.tsx'

const words = texts.products
const A_PAGE = 50
const KINDS = ['FAMILY', 'BRAND', 'TYPE'] as const

type Group = Reply<'productGroups', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.group },
  { name: words.columns.kind, from: 'narrow' },
  { name: words.columns.source, from: 'wide' },
  { name: words.columns.earns },
]

/** Families, brands and types, and whether what is in them earns rewards. */
export function Groups({ address }: ViewProps) {
  const kind = KINDS.find((each) => each === address.filters.kind)
  const asked = { page: address.page, size: A_PAGE, ...(kind === undefined ? {} : { kind }) }
  const groups = useRead(['groups', asked], (client, options) => client.productGroups.list(asked, options), {
    keeps: true,
  })
  return (
    <>
      <FilterBar
        address={address}
        filters={[
          { kind: 'choice', name: 'kind', label: words.columns.kind, options: Object.entries(words.kinds) },
        ]}
      />
      <Listing
        address={address}
        of={groups}
        label={words.pages}
        empty={
          <EmptyState icon="box" title={words.noGroups.title}>
            <p>{words.noGroups.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.tabs.groups} columns={COLUMNS}>
            {found.map((group) => (
              <tr key={group.id}>
                <Cell head>
                  <Link to={viewOf('products', { filters: { [group.kind.toLowerCase()]: group.code } })}>
                    {group.name}
                  </Link>
                  <Below>{group.code}</Below>
                  <Below until="narrow">{words.kinds[group.kind]}</Below>
                </Cell>
                <Cell from="narrow">{words.kinds[group.kind]}</Cell>
                <Cell from="wide">{wordFor(words.sources, group.source)}</Cell>
                <Cell>
                  <Earns group={group} />
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </>
  )
}

function Earns({ group }: { readonly group: Group }) {
  const turn = useCommand({
    run: (client) => client.productGroups.update(group.id, { earns: !group.earns }),
    changes: [['groups'], ['products']],
    done: words.turned(group.name, !group.earns),
  })
  return (
    <Button
      kind="quiet"
      aria-pressed={group.earns}
      aria-label={words.earnsLabel(group.name)}
      disabled={turn.isPending}
      onClick={() => turn.mutate()}
    >
      {group.earns ? words.earns : words.earnsNothing}
    </Button>
  )
}
