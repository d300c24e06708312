import { Badge } from '../../../kit/badge.tsx'
import { Card } from '../../../kit/card.tsx'
import { BeforeAfter } from '../../before-after.tsx'
import { texts } from '../../texts.ts'
import styles from './changes.module.css'
import { codeOf, KINDS, keyOf, partName } from './kinds.ts'
import { useNamesOf } from './names.ts'
import type { Change, Promotion } from './queries.ts'
import { valueText } from './values.ts'

const words = texts.promotions

/** What would become of each record, by its kind, field by field. */
export function Changes({ promotion }: { readonly promotion: Promotion }) {
  const { changes } = promotion
  const around = useNamesOf(promotion)
  const made = changes.filter(({ change }) => change !== 'ONLY_IN_LIVE')
  return KINDS.map((kind) => {
    const ofKind = made.filter((change) => change.kind === kind)
    if (ofKind.length === 0) return null
    return (
      <Card key={kind} title={words.kinds[kind]}>
        <ul className={styles.changes}>
          {ofKind.map((change) => (
            <OneChange key={keyOf(change)} change={change} around={around} />
          ))}
        </ul>
      </Card>
    )
  })
}

interface OneChangeProps {
  readonly change: Change
  readonly around: ReturnType<typeof useNamesOf>
}

function OneChange({ change: of, around }: OneChangeProps) {
  const { kind, code, name, change, fields, sentence } = of
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
        {sentence && <Sentence of={sentence} />}
        <BeforeAfter
          label={words.changesOf(title)}
          changes={fields
            .map(({ field, from, to }) => ({
              part: partName(kind, field),
              was: valueText({ kind, field, value: from }, around),
              is: valueText({ kind, field, value: to }, around),
            }))
            // What is new has parts of which nothing is said.
            .filter(({ was, is }) => !isAdded || was !== is)}
        />
      </details>
    </li>
  )
}

/** An offer as it reads everywhere else; as it reads now, where that is another. */
function Sentence({ of: { from, to } }: { readonly of: NonNullable<Change['sentence']> }) {
  return (
    <div className={styles.sentence}>
      {from !== null && from !== to && <del>{from}</del>}
      <p>{to}</p>
    </div>
  )
}
