import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { exactText } from '../../../kit/moment.ts'
import { viewOf } from '../../address.ts'
import { Head } from '../../list/head.tsx'
import { RecordPage } from '../../list/record.tsx'
import { texts } from '../../texts.ts'
import styles from '../../view.module.css'
import { ApplyPromotion } from './apply-promotion.tsx'
import { Changes } from './changes.tsx'
import { codeOf, keyOf } from './kinds.ts'
import { Standing } from './promotions.tsx'
import { type Promotion, usePromotion } from './queries.ts'
import { useCompare } from './use-compare.ts'

const words = texts.promotions

/** One comparison of both modes: what differs, what would be refused, and how it is applied. */
export function PromotionPage({ id }: { readonly id: string }) {
  const promotion = usePromotion(id)
  return (
    <RecordPage of={promotion} view="tools" lines={6}>
      {(shown) => <Told promotion={shown} />}
    </RecordPage>
  )
}

function Told({ promotion }: { readonly promotion: Promotion }) {
  const [isAsked, setAsked] = useState(false)
  const compare = useCompare()
  const { state, counts, problems, created_on: created, applied_on: applied } = promotion
  const isOpen = state === 'PREPARED'
  const differs = counts.added + counts.changed > 0
  return (
    <>
      <Head
        title={words.one}
        above={{ name: texts.tools.title, to: viewOf('tools') }}
        beside={<Standing of={promotion} />}
      >
        <Button icon="sync" disabled={compare.isPending} onClick={() => compare.mutate(promotion.kinds)}>
          {words.again}
        </Button>
        {isOpen && differs && (
          <Button kind="primary" disabled={problems.length > 0} onClick={() => setAsked(true)}>
            {words.apply}
          </Button>
        )}
      </Head>
      <p className={styles.lead}>
        {applied === null
          ? words.asOf(exactText(created, texts.locale), words.counted(counts))
          : words.appliedOn(exactText(applied, texts.locale), words.counted(counts))}
      </p>
      {isOpen && problems.length > 0 && <Problems of={promotion} />}
      {differs ? (
        <Changes promotion={promotion} />
      ) : (
        <EmptyState icon="check" title={words.same}>
          <p>{words.sameMeans}</p>
        </EmptyState>
      )}
      <OnlyInLive of={promotion} />
      {isAsked && <ApplyPromotion promotion={promotion} onClose={() => setAsked(false)} />}
    </>
  )
}

/** What would be refused, and why: it has to be put right in TEST mode, and compared again. */
function Problems({ of: { problems, changes } }: { readonly of: Promotion }) {
  const names = new Map(changes.map((change) => [keyOf(change), change.name]))
  return (
    <Card title={words.problems}>
      <p className={styles.note}>{words.problemsMean}</p>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={keyOf(problem)}>
            <strong>
              {words.kinds[problem.kind]}: {names.get(keyOf(problem)) || codeOf(problem)}
            </strong>
            <br />
            {problem.detail}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OnlyInLive({ of: { changes } }: { readonly of: Promotion }) {
  const alone = changes.filter(({ change }) => change === 'ONLY_IN_LIVE')
  if (alone.length === 0) return null
  return (
    <Card title={words.onlyThere}>
      <p className={styles.note}>{words.onlyThereMeans}</p>
      <ul className={styles.list}>
        {alone.map((each) => (
          <li key={keyOf(each)}>
            {words.kinds[each.kind]}: {each.name || codeOf(each)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
