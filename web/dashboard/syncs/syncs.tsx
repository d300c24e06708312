import { lazy } from 'react'
import { EmptyState } from '../../kit/empty-state.tsx'
import { textOf } from '../../kit/reading.ts'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { RecordPage } from '../list/record.tsx'
import { JobState, ProcessCard } from '../processes/process-card.tsx'
import { progressOf } from '../processes/progress.ts'
import { nameOf, type Process, useProcess, useProcesses } from '../processes/use-process.ts'
import { texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Feeds } from './feeds.tsx'
import { IMPORTED, ImportLink, tabOf } from './import-link.tsx'
import { Rejected } from './rejected.tsx'
import own from './syncs.module.css'

const words = texts.syncs
const ImportPage = lazy(async () => ({ default: (await import('../imports/import-page.tsx')).ImportPage }))

/** Long jobs as they run and as they ended: product synchronisations, feeds, replays. */
export function Syncs({ address }: ViewProps) {
  const imported = IMPORTED.find((name) => tabOf(name) === address.tab)
  if (imported) return <ImportPage key={imported} name={imported} />
  if (address.id !== undefined) return <OneProcess key={address.id} id={address.id} />
  return <List address={address} />
}

function List({ address }: ViewProps) {
  const processes = useProcesses(address.filters.kind, address.page)
  return (
    <div className={styles.parts}>
      <Head title={words.title}>
        {IMPORTED.map((name) => (
          <ImportLink key={name} name={name}>
            {words.imports[name]}
          </ImportLink>
        ))}
      </Head>
      <Feeds />
      <FilterBar
        address={address}
        filters={[{ kind: 'choice', name: 'kind', label: words.kind, options: Object.entries(words.kinds) }]}
      />
      <Listing
        address={address}
        of={processes}
        label={words.pages}
        empty={
          <EmptyState icon="sync" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => <ProcessTable processes={found} />}
      </Listing>
    </div>
  )
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.process },
  { name: words.columns.progress, from: 'narrow' },
  { name: words.columns.state, className: own.state },
]

function ProcessTable({ processes }: { readonly processes: readonly Omit<Process, 'rejected'>[] }) {
  return (
    <Table caption={words.caption} columns={COLUMNS}>
      {processes.map((process) => {
        const { says } = progressOf(process, 0, wordFor(words.units, process.kind))
        return (
          <tr key={process.id}>
            <Cell head>
              <Link to={viewOf('syncs', { id: process.id })}>{nameOf(process)}</Link>
              <Below>
                <Time at={process.created_on} inList />
              </Below>
              <Below until="narrow">{says}</Below>
            </Cell>
            <Cell from="narrow" wraps>
              {says}
            </Cell>
            <Cell>
              <JobState of={process} />
            </Cell>
          </tr>
        )
      })}
    </Table>
  )
}

function OneProcess({ id }: { readonly id: string }) {
  const process = useProcess(id)
  return (
    <RecordPage of={process} view="syncs" lines={8}>
      {(shown) => (
        <>
          <Head title={nameOf(shown)} above={{ name: words.title, to: viewOf('syncs') }} />
          <ProcessCard title={words.progress} process={shown} unit={wordFor(words.units, shown.kind)} />
          {shown.kind === 'REPLAY' && <ToOffer process={shown} />}
          {rejectedOf(shown) > 0 && <Rejected id={id} count={rejectedOf(shown)} />}
        </>
      )}
    </RecordPage>
  )
}

/** What came of a replay is told where its offer is. */
function ToOffer({ process: { id, input } }: { readonly process: Process }) {
  const offer = textOf(input, 'offer')
  if (offer === '') return null
  return (
    <p>
      <Link to={viewOf('offers', { id: offer, tab: 'replay', filters: { process: id } })}>
        {words.toOffer}
      </Link>
    </p>
  )
}

function rejectedOf({ totals }: Process): number {
  return totals?.rejected ?? 0
}
