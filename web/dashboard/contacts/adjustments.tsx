import type { ReactNode } from 'react'
import { Answer, type Asked } from '../../kit/answer.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from './contact-table.module.css'

const words = texts.adjustments

export type Adjustment = Reply<'adjustments', 'listAll'>['content'][number]

const STATES: Readonly<Record<Adjustment['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  PENDING_APPROVAL: { tone: 'warning', icon: 'clock' },
  POSTED: { tone: 'positive', icon: 'check' },
  REJECTED: { tone: 'negative', icon: 'cross' },
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.reason },
  { name: words.columns.amount, figures: true, className: styles.correction },
  { name: words.columns.state, className: styles.correctionState },
]

/** Corrections of one wallet by hand, with their reasons. */
export function Adjustments({ wallet }: { readonly wallet: string }) {
  const adjustments = useRead(
    ['adjustments', wallet],
    (client, options) => client.adjustments.list(wallet, { size: 50 }, options),
    { interval: SELDOM },
  )
  return <AdjustmentTable of={adjustments} />
}

export interface AdjustmentTableProps {
  readonly of: Asked<{ readonly content: readonly Adjustment[] }>
  /** What is said where there are none, if not that nobody has corrected this wallet. */
  readonly none?: { readonly none: string; readonly noneMeans: string }
  /** What can be done with one, where something can. */
  readonly acts?: (adjustment: Adjustment) => ReactNode
  /** Whose wallet each is of, where that is not clear. */
  readonly whose?: (adjustment: Adjustment) => ReactNode
}

export function AdjustmentTable({ of, none = words, acts, whose }: AdjustmentTableProps) {
  return (
    <Answer to={of} waiting={<SkeletonRows rows={3} />}>
      {({ content }) =>
        content.length === 0 ? (
          <EmptyState icon="edit" title={none.none}>
            <p>{none.noneMeans}</p>
          </EmptyState>
        ) : (
          <Table caption={words.caption} columns={COLUMNS}>
            {content.map((adjustment) => (
              <tr key={adjustment.id}>
                <Cell head wraps>
                  {adjustment.reason}
                  {whose?.(adjustment)}
                  <Below>
                    <Time at={adjustment.created_on} inList />
                    {` · ${adjustment.commerce_pool?.name ?? texts.wallet.cash}`}
                  </Below>
                </Cell>
                <Cell figures>
                  <Money
                    amount={adjustment.type === 'DEBIT' ? -adjustment.amount : adjustment.amount}
                    currency={adjustment.currency_code}
                    signed
                  />
                </Cell>
                <Cell wraps>
                  <Badge {...STATES[adjustment.state]}>{words.states[adjustment.state]}</Badge>
                  {acts?.(adjustment)}
                </Cell>
              </tr>
            ))}
          </Table>
        )
      }
    </Answer>
  )
}
