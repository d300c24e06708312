import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { csvOf } from '../../kit/chart/scale.ts'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { type Address, filtered } from '../address.ts'
import { Link } from '../link.tsx'
import { between } from '../list/days.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Entries } from './entries.tsx'

const words = texts.reports.settlement

type Report = Reply<'reports', 'getSettlement'>

/** Who paid for rewards that others took: the matrix as the books have it, and what each one receives and owes. */
export function Settlement({ address }: ViewProps) {
  const time = between(address.filters.from, address.filters.until)
  const asked = { from: time?.gte, to: time?.lt }
  const report = useRead(
    ['report', 'settlement', asked],
    (client, options) => client.reports.getSettlement(asked, { ...options, timeout: 60_000 }),
    { interval: SELDOM, keeps: true },
  )
  return (
    <>
      <p className={styles.lead}>{words.means}</p>
      <FilterBar
        address={address}
        filters={[
          { kind: 'date', name: 'from', label: words.from },
          { kind: 'date', name: 'until', label: words.until },
        ]}
      />
      <Answer to={report} waiting={<SkeletonRows rows={5} />}>
        {(told) => <Told report={told} address={address} />}
      </Answer>
      <Entries address={address} />
    </>
  )
}

function Told({ report, address }: { readonly report: Report; readonly address: Address }) {
  const { positions, cells, final } = report
  const save = () =>
    saveFile(
      'settlement.csv',
      'text/csv',
      csvOf([
        [words.funder, words.column, words.organisation, words.currency, words.amount],
        ...cells.map(({ funder, column, organisation, currency_code, amount }) => [
          funder?.name ?? words.noFunder,
          words.columns[column],
          organisation.name,
          currency_code,
          amount,
        ]),
      ]),
    )
  return (
    <>
      <Card
        title={words.positions}
        aside={
          <Badge tone={final ? 'positive' : 'info'} icon={final ? 'check' : 'clock'}>
            {final ? texts.reports.liability.final : texts.reports.liability.open}
          </Badge>
        }
      >
        {positions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Rows
            label={words.positions}
            head={[words.organisation, words.receives, words.owes, words.net]}
            rows={positions.map(({ organisation, currency_code: currency, receives, owes, net }) => ({
              key: `${organisation.id} ${currency}`,
              cells: [
                <Link key="of" to={filtered(address, { of: organisation.id })}>
                  {organisation.name}
                </Link>,
                <Money key="receives" amount={receives} currency={currency} />,
                <Money key="owes" amount={owes} currency={currency} />,
                <Money key="net" amount={net} currency={currency} signed />,
              ],
            }))}
          />
        )}
      </Card>
      <Card
        title={words.matrix}
        aside={
          cells.length > 0 && (
            <Button kind="quiet" icon="download" onClick={save}>
              {texts.kit.downloadCsv}
            </Button>
          )
        }
      >
        <Matrix report={report} />
      </Card>
    </>
  )
}

/** Funders down, those who took across; each cell is one sum of the books. */
function Matrix({ report: { cells, columns } }: { readonly report: Report }) {
  if (cells.length === 0) return <p>{words.none}</p>
  const across = columns.map(({ column, organisation, currency_code: currency }) => ({
    key: `${column} ${organisation.id} ${currency}`,
    name: column === 'ACCEPTOR' ? organisation.name : `${words.columns[column]}: ${organisation.name}`,
  }))
  const funders = [...new Map(cells.map(({ funder }) => [funder?.id ?? '', funder?.name ?? words.noFunder]))]
  return (
    <Rows
      label={words.matrix}
      head={[words.funder, ...across.map(({ name }) => name)]}
      rows={funders.map(([id, name]) => ({
        key: id,
        cells: [
          name,
          ...across.map(({ key }) => {
            const cell = cells.find(
              ({ funder, column, organisation, currency_code: currency }) =>
                (funder?.id ?? '') === id && `${column} ${organisation.id} ${currency}` === key,
            )
            return cell ? (
              <Money key={key} amount={cell.amount} currency={cell.currency_code} />
            ) : (
              texts.nothing
            )
          }),
        ],
      }))}
    />
  )
}
