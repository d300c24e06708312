import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { Stat, Stats } from '../../kit/facts.tsx'
import { FieldRow, SelectField, TextField } from '../../kit/field.tsx'
import { Money } from '../../kit/money.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { type Address, filtered } from '../address.ts'
import { Link } from '../link.tsx'
import { Pages } from '../pages.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Behind } from './behind.tsx'
import { amountsOf, BY, type By, keyOf, nameOf } from './by.ts'
import { SaveAll } from './save-all.tsx'

const words = texts.reports.liability
const A_PAGE = 100

type Report = Reply<'reports', 'getLiability'>

/** What customers hold, at any instant: the same question about the past gets the same answer whenever it is asked. */
export function Liability({ address }: ViewProps) {
  const { filters, page } = address
  const by = BY.find((each) => each === filters.by) ?? 'pool'
  const at = filters.at === undefined ? undefined : secondsOf(filters.at)
  const { of } = filters
  const asked = { by, page: of === undefined ? page : 1, size: A_PAGE, ...(at === undefined ? {} : { at }) }
  const report = useRead(
    ['report', 'liability', asked],
    (client, options) => client.reports.getLiability(asked, { ...options, timeout: 60_000 }),
    { interval: SELDOM, keeps: true, isEnabled: of === undefined },
  )
  return (
    <>
      <p className={styles.lead}>{words.means}</p>
      <FieldRow>
        <TextField
          label={words.at}
          hint={words.atHint}
          type="datetime-local"
          value={filters.at ?? ''}
          onChange={(value) => go(filtered(address, { at: value }), { replace: true })}
        />
        <SelectField
          label={words.by}
          value={by}
          options={BY.map((each) => [each, words.bys[each]])}
          onChange={(value) => go(filtered(address, { by: value, of: '' }), { replace: true })}
        />
      </FieldRow>
      {of === undefined ? (
        <Answer to={report} waiting={<SkeletonRows rows={5} />}>
          {(told) => <Told report={told} by={by} address={address} />}
        </Answer>
      ) : (
        <Behind key={`${by} ${of}`} by={by} of={of} at={at} address={address} />
      )}
    </>
  )
}

function secondsOf(value: string): number | undefined {
  const time = new Date(value).getTime()
  return Number.isNaN(time) ? undefined : Math.floor(time / 1_000)
}

interface ToldProps {
  readonly report: Report
  readonly by: By
  readonly address: Address
}

function Told({ report, by, address }: ToldProps) {
  const { totals, content, final, instant, paging } = report
  return (
    <>
      {totals.map((total) => (
        <Stats key={total.currency_code}>
          <Stat name={words.amounts.liability} below={words.payoutsDue}>
            <Money amount={total.liability} currency={total.currency_code} />
          </Stat>
          <Stat name={words.amounts.available}>
            <Money amount={total.available} currency={total.currency_code} tone="award" />
          </Stat>
          <Stat name={words.debts}>
            <Money amount={total.debts} currency={total.currency_code} />
          </Stat>
          <Stat name={words.due}>
            <Money amount={total.payouts_due} currency={total.currency_code} tone="cash" />
          </Stat>
        </Stats>
      ))}
      <Card
        title={words.split(words.bys[by])}
        aside={
          <>
            <Badge tone={final ? 'positive' : 'info'} icon={final ? 'check' : 'clock'}>
              {final ? words.final : words.open}
            </Badge>
            {content.length > 0 && (
              <SaveAll
                file={`liability-${instant}.csv`}
                head={[words.bys[by], words.currency, ...Object.values(words.amounts)]}
                read={async (client, page) => {
                  const told = await client.reports.getLiability({ by, page, size: A_PAGE, at: instant })
                  const rows = told.content.map((row) => [
                    nameOf(row, by),
                    row.currency_code,
                    ...amountsOf(row),
                  ])
                  return { rows, hasMore: told.paging.has_more }
                }}
              />
            )}
          </>
        }
      >
        {content.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Rows
            label={words.split(words.bys[by])}
            head={[words.bys[by], ...Object.values(words.amounts)]}
            rows={content.map((row, index) => ({
              key: String(index),
              cells: [
                <Link key="of" to={filtered(address, { of: keyOf(row, by) })}>
                  {nameOf(row, by)}
                </Link>,
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
    </>
  )
}
