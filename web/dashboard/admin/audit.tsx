import { EmptyState } from '../../kit/empty-state.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { ContactName } from '../contacts/contact-name.tsx'
import { between } from '../list/days.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import own from './audit.module.css'
import { actText, changesShown, fieldText, operationOf, valueText } from './audit-words.ts'
import { SaveAudit } from './save-audit.tsx'

const words = texts.audit
const A_PAGE = 50
const KINDS = ['KEY', 'USER'] as const
/** Whose target is a contact who is there. */
const OF_CONTACTS = new Set([
  'createContact',
  'updateContact',
  'revealContact',
  'exportContact',
  'mergeContacts',
  'undoMerge',
])

type Entry = Reply<'auditLog', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [
  { name: words.columns.act },
  { name: words.columns.by, className: own.by },
  { name: words.columns.changes, from: 'narrow', className: own.changes },
  { name: words.columns.from, from: 'wide' },
]

/** Who did what, when, from where, and what it changed. */
export function Audit({ address }: ViewProps) {
  const { filters, page } = address
  const kind = KINDS.find((each) => each === filters.by)
  const asked = {
    page,
    size: A_PAGE,
    date: between(filters.from, filters.until),
    ...(kind === undefined ? {} : { by_kind: kind }),
    ...(filters.operation === undefined ? {} : { operation: operationOf(filters.operation) }),
    ...(filters.target === undefined ? {} : { target_id: filters.target }),
  }
  const entries = useRead(['audit', asked], (client, options) => client.auditLog.list(asked, options), {
    keeps: true,
  })
  return (
    <div className={styles.parts}>
      <Head title={words.title}>
        <SaveAudit asked={asked} />
      </Head>
      <p className={styles.lead}>{words.means}</p>
      <FilterBar
        address={address}
        filters={[
          { kind: 'choice', name: 'by', label: words.columns.by, options: Object.entries(words.kinds) },
          { kind: 'text', name: 'operation', label: words.columns.act },
          { kind: 'text', name: 'target', label: words.target },
          { kind: 'date', name: 'from', label: texts.purchases.filters.from },
          { kind: 'date', name: 'until', label: texts.purchases.filters.until },
        ]}
      />
      <Listing
        address={address}
        of={entries}
        label={words.pages}
        empty={
          <EmptyState icon="shield" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((entry) => (
              <EntryRow key={entry.number} entry={entry} />
            ))}
          </Table>
        )}
      </Listing>
    </div>
  )
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { operation, date, by, changes, address, target_id: target } = entry
  const shown = changesShown(changes ?? [])
  return (
    <tr>
      <Cell head wraps>
        {actText(operation)}
        <Below>
          <Time at={date} inList />
          {target !== null && ' · '}
          {target !== null &&
            (OF_CONTACTS.has(operation) ? <ContactName id={target} isName /> : target.slice(-8))}
        </Below>
        {shown.length > 0 && (
          <Below until="narrow">
            <Changes of={shown} by={operation} />
          </Below>
        )}
      </Cell>
      <Cell>
        {by.name}
        <Below>{words.kinds[by.kind]}</Below>
      </Cell>
      <Cell from="narrow" wraps>
        {shown.length === 0 ? texts.nothing : <Changes of={shown} by={operation} />}
      </Cell>
      <Cell from="wide">{address}</Cell>
    </tr>
  )
}

type Change = NonNullable<Entry['changes']>[number]

const MOST_SHOWN = 3

interface ChangesProps {
  readonly of: readonly Change[]
  /** The operation that made them. */
  readonly by: string
}

/** What was changed: the first few, and the others behind them. */
function Changes({ of: changes, by }: ChangesProps) {
  const rest = changes.slice(MOST_SHOWN)
  return (
    <>
      <ChangeList of={changes.slice(0, MOST_SHOWN)} by={by} />
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <ChangeList of={rest} by={by} />
        </details>
      )}
    </>
  )
}

/** Of people and their money the log tells only which fields they were. */
function changeText(operation: string, { field, before, after }: Change): string {
  if (before === undefined && after === undefined) return fieldText(field)
  const said = (value: unknown) => valueText(operation, field, value)
  return words.change(fieldText(field), said(before), said(after))
}

function ChangeList({ of: changes, by }: ChangesProps) {
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.field}>{changeText(by, change)}</li>
      ))}
    </ul>
  )
}
