import { Fragment } from 'react'
import { Card } from '../../kit/card.tsx'
import { Id } from '../../kit/id.tsx'
import { Rows } from '../../kit/rows.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { CENTS, CODES, FIXED_CODE, PEOPLE } from './known-values.ts'
import own from './test-values.module.css'

const words = texts.testValues

/** The values that behave, so that what is rare can be met when one wants to. */
export function TestValues() {
  return (
    <>
      <Codes />
      <People />
      <Payouts />
    </>
  )
}

function Codes() {
  const { codes } = words
  return (
    <Card title={codes.title}>
      <p className={styles.note}>{codes.means}</p>
      <Rows
        label={codes.title}
        head={[codes.code, codes.answer]}
        texts={[1]}
        rows={CODES.map(({ code, because, error }) => ({
          key: code,
          cells: [
            <Copied key="code" value={code} />,
            <Fragment key="answer">
              <p>{codes.reasons[because]}</p>
              <code className={own.long}>{error}</code>
            </Fragment>,
          ],
        }))}
      />
    </Card>
  )
}

function People() {
  const { people } = words
  return (
    <Card title={people.title}>
      <p className={styles.note}>{people.means}</p>
      <Rows
        label={people.title}
        head={[people.happens, people.by]}
        texts={[1]}
        stacks
        rows={PEOPLE.map(({ as, email, phone, card }) => ({
          key: as,
          cells: [
            as === 'FIXED_CODE' ? people.fixedCode(FIXED_CODE) : people.behaviours[as],
            <ul key="by">
              {[email, phone, ...(card === undefined ? [] : [card])].map((value) => (
                <li key={value}>
                  <Copied value={value} />
                </li>
              ))}
            </ul>,
          ],
        }))}
      />
    </Card>
  )
}

function Payouts() {
  const { payouts } = words
  return (
    <Card title={payouts.title}>
      <p className={styles.note}>{payouts.means}</p>
      <Rows
        label={payouts.title}
        head={[payouts.cents, payouts.way, payouts.ends]}
        texts={[1, 2]}
        rows={CENTS.map(({ cents, ends }) => ({
          key: cents,
          cells: [<code key="cents">{cents}</code>, payouts.ways[cents], payouts.endings[ends]],
        }))}
      />
    </Card>
  )
}

function Copied({ value }: { readonly value: string }) {
  return (
    <span className={own.whole}>
      <Id value={value} of={value} isWhole />
    </span>
  )
}
