import type { GetLiabilityQuery } from '@tillback/sdk'
import { Answer } from '../../kit/answer.tsx'
import { Card } from '../../kit/card.tsx'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { type Address, filtered, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { Pages } from '../pages.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { amountsOf, type By, nameOf, type Row } from './by.ts'
import { SaveAll } from './save-all.tsx'

const words = texts.reports.liability
const A_PAGE = 100

export interface BehindProps {
  readonly by: By
  /** The row of the report that is looked into. */
  readonly of: string
  readonly at: number | undefined
  readonly address: Address
}

/** What one row of the liability is made of: the receipts that it was earned by, and in whose wallets it is. */
export function Behind({ by, of, at, address }: BehindProps) {
  const asked: GetLiabilityQuery = {
    by: [by, 'purchase', 'wallet'].join(','),
    [by]: of,
    page: address.page,
    size: A_PAGE,
    ...(at === undefined ? {} : { at }),
  }
  const report = useRead(
    ['report', 'behind', asked],
    (client, options) => client.reports.getLiability(asked, { ...options, timeout: 60_000 }),
    { interval: SELDOM, keeps: true },
  )
  return (
    <Answer to={report} waiting={<SkeletonRows rows={5} />}>
      {(told) => <Told report={told} asked={asked} by={by} address={address} />}
    </Answer>
  )
}

interface ToldProps {
  readonly report: Reply<'reports', 'getLiability'>
  readonly asked: GetLiabilityQuery
  readonly by: By
  readonly address: Address
}

function Told({ report: { content, totals, paging, instant }, asked, by, address }: ToldProps) {
  const name = content[0] ? nameOf(content[0], by) : texts.nothing
  return (
    <Card
      title={words.behind(name)}
      aside={
        <>
          {totals.map(({ currency_code: currency, liability }) => (
            <Money key={currency} amount={liability} currency={currency} />
          ))}
          <SaveAll
            file={`liability-${instant}-${name}.csv`}
            head={[words.receipt, words.wallet, words.currency, ...Object.values(words.amounts)]}
            read={async (client, page) => {
              const told = await client.reports.getLiability({ ...asked, at: instant, page })
              return { rows: told.content.map(fileRow), hasMore: told.paging.has_more }
            }}
          />
        </>
      }
    >
      <p>
        <Link to={filtered(address, { of: '' })}>{words.backTo(words.split(words.bys[by]))}</Link>
      </p>
      {content.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Rows
          label={words.behind(name)}
          head={[words.receipt, words.wallet, ...Object.values(words.amounts)]}
          texts={[1]}
          rows={content.map((row) => ({
            key: `${row.purchase?.id} ${row.wallet?.id} ${row.currency_code}`,
            cells: [
              row.purchase ? (
                <Link key="receipt" to={viewOf('purchases', { id: row.purchase.id })}>
                  {row.purchase.name}
                </Link>
              ) : (
                words.otherwise
              ),
              row.wallet && (
                <Link key="wallet" to={viewOf('contacts', { filters: { search: row.wallet.name } })}>
                  {row.wallet.name}
                </Link>
              ),
              ...amountsOf(row).map((amount, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
                <Money key={place} amount={amount} currency={row.currency_code} />
              )),
            ],
          }))}
        />
      )}
      <Pages label={words.pages} address={address} hasMore={paging.has_more} />
    </Card>
  )
}

const fileRow = (row: Row) => [
  row.purchase?.name ?? words.otherwise,
  row.wallet?.name ?? '',
  row.currency_code,
  ...amountsOf(row),
]
