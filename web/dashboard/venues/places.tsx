import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { FilterBar, SearchField } from '../list/filter-bar.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { ChangePlace, inheritedTold, NewPlace } from './place-forms.tsx'

const words = texts.venues
const A_PAGE = 100
const TYPES = ['BUSINESS', 'MERCHANT', 'VENUE'] as const

export type Place = Reply<'organisations', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.name },
  { name: words.columns.type, from: 'narrow' },
  { name: words.columns.taps },
  { name: words.columns.reduction, from: 'wide' },
  { name: words.columns.state, from: 'wide' },
]

/** The business, its merchants and venues, and the numbers under which tills know them. */
export function Places({ address }: ViewProps) {
  const { search, type: given } = address.filters
  const type = TYPES.find((each) => each === given)
  const asked = {
    page: address.page,
    size: A_PAGE,
    ...(search === undefined ? {} : { search_value: search }),
    ...(type === undefined ? {} : { type }),
  }
  const places = useRead(
    ['organisations', asked],
    (client, options) => client.organisations.list(asked, options),
    { keeps: true },
  )
  const [form, setForm] = useState<Place | 'new'>()
  return (
    <>
      <div className={styles.head}>
        <SearchField address={address} label={words.find} />
        <div className={styles.end}>
          <Button kind="primary" icon="plus" onClick={() => setForm('new')}>
            {words.create}
          </Button>
        </div>
      </div>
      <FilterBar
        address={address}
        filters={[
          { kind: 'choice', name: 'type', label: words.columns.type, options: Object.entries(words.types) },
        ]}
      />
      <Listing
        address={address}
        of={places}
        label={words.pages}
        empty={
          <EmptyState icon="store" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((place) => (
              <tr key={place.id}>
                <Cell head>
                  <Button kind="quiet" onClick={() => setForm(place)}>
                    {place.name}
                  </Button>
                  <Below>{place.parent?.name ?? place.code}</Below>
                </Cell>
                <Cell from="narrow">{words.types[place.type]}</Cell>
                <Cell wraps>
                  {place.taps.length === 0 ? texts.nothing : place.taps.map(({ code }) => code).join(', ')}
                </Cell>
                <Cell from="wide">
                  {place.settings.reduction_method === undefined
                    ? inheritedTold(place)
                    : words.reductions[place.settings.reduction_method]}
                </Cell>
                <Cell from="wide">
                  <Badge
                    tone={place.state === 'ACTIVE' ? 'positive' : 'neutral'}
                    icon={place.state === 'ACTIVE' ? 'check' : 'pause'}
                  >
                    {words.states[place.state]}
                  </Badge>
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
      {form === 'new' && <NewPlace onClose={() => setForm(undefined)} />}
      {form !== undefined && form !== 'new' && (
        <ChangePlace place={form} onClose={() => setForm(undefined)} />
      )}
    </>
  )
}
