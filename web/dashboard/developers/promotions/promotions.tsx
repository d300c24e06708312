import { useState } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { ChipsField, type Option } from '../../../kit/field.tsx'
import { Rows } from '../../../kit/rows.tsx'
import { Time } from '../../../kit/time.tsx'
import { viewOf } from '../../address.ts'
import { Link } from '../../link.tsx'
import { Listing } from '../../list/listing.tsx'
import { texts } from '../../texts.ts'
import styles from '../../view.module.css'
import type { ViewProps } from '../../views.tsx'
import { KINDS } from './kinds.ts'
import { type Promotion, usePromotions } from './queries.ts'
import { useCompare } from './use-compare.ts'

const words = texts.promotions
const OPTIONS: readonly Option[] = KINDS.map((kind) => [kind, words.kinds[kind]])

/** How what was tried out comes to LIVE mode: compared, reviewed, applied. */
export function Promotions({ address }: ViewProps) {
  const promotions = usePromotions(address.page)
  return (
    <>
      <Compare />
      <Card title={words.earlier}>
        <Listing address={address} of={promotions} label={words.pages} empty={<p>{words.none}</p>}>
          {(found) => (
            <Rows
              label={words.earlier}
              head={[words.prepared, words.differences, words.state]}
              texts={[1, 2]}
              rows={found.map((promotion) => ({
                key: promotion.id,
                cells: [
                  <Link key="way" to={viewOf('tools', { id: promotion.id })}>
                    <Time at={promotion.created_on} inList />
                  </Link>,
                  words.counted(promotion.counts),
                  <Standing key="state" of={promotion} />,
                ],
              }))}
            />
          )}
        </Listing>
      </Card>
    </>
  )
}

function Compare() {
  const [chosen, setChosen] = useState<readonly string[]>(KINDS)
  const compare = useCompare()
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      <details>
        <summary>{words.choose(chosen.length, KINDS.length)}</summary>
        <ChipsField label={words.compared} options={OPTIONS} chosen={chosen} onChange={setChosen} />
        <p className={styles.note}>{words.chooseMeans}</p>
      </details>
      <div>
        <Button
          kind="primary"
          icon="search"
          disabled={chosen.length === 0 || compare.isPending}
          onClick={() => compare.mutate(KINDS.filter((kind) => chosen.includes(kind)))}
        >
          {words.compare}
        </Button>
      </div>
      <div className={styles.status} role="status">
        {compare.isPending ? words.comparing : ''}
      </div>
    </Card>
  )
}

export function Standing({ of: { state } }: { readonly of: Pick<Promotion, 'state'> }) {
  const isApplied = state === 'APPLIED'
  return (
    <Badge tone={isApplied ? 'positive' : 'neutral'} icon={isApplied ? 'check' : 'clock'}>
      {words.states[state]}
    </Badge>
  )
}
