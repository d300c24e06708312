import { Badge } from '../../../kit/badge.tsx'
import { Card } from '../../../kit/card.tsx'
import { BeforeAfter } from '../../before-after.tsx'
import { texts } from '../../texts.ts'
import styles from './changes.module.css'
import { codeOf, KINDS, keyOf, partName } from './kinds.ts'
import type { Change, Promotion } from './queries.ts'
import { valueText } from './values.ts'

const words = texts.promotions

/** What would become of each record, by its kind, field by field. */
export function Changes({ promotion: { changes } }: { readonly promotion: Promotion }) {
  const made = changes.filter(({ change }) => change !== 'ONLY_IN_LIVE')
  return KINDS.map((kind) => {
    const ofKind = made.filter((change) => change.kind === kind)
    if (ofKind.length === 0) return null
    return (
      <Card key={kind} title={words.kinds[kind]}>
        <ul className={styles.changes}>
          {ofKind.map((change) => (
            <OneChange key={keyOf(change)} change={change} />
          ))}
        </ul>
      </Card>
    )
  })
}

function OneChange({ change: of }: { readonly change: Change }) {
  const { kind, code, name, change, fields } = of
  const isAdded = change === 'ADDED'
  const title = name === '' ? words.kinds[kind] : name
  return (
    <li>
      <details open>
        <summary>
          <strong>{title}</strong>
          {code !== kind && <code>{codeOf(of)}</code>}
          <Badge tone={isAdded ? 'positive' : 'info'} icon={isAdded ? 'plus' : 'edit'}>
            {isAdded ? words.added : words.changed}
          </Badge>
        </summary>
        <BeforeAfter
          label={words.changesOf(title)}
          changes={fields
            .map(({ field, from, to }) => ({
              part: partName(kind, field),
              was: valueText(kind, field, from),
              is: valueText(kind, field, to),
            }))
            // What is new has parts of which nothing is said.
            .filter(({ was, is }) => !isAdded || was !== is)}
        />
      </details>
    </li>
  )
}
