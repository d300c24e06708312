import { Button } from '../../kit/button.tsx'
import { Below } from '../../kit/table.tsx'
import { type Adjustment, AdjustmentTable } from '../contacts/adjustments.tsx'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import view from '../view.module.css'
import styles from './payouts.module.css'
import { useOwners, Whose } from './whose.tsx'

const words = texts.payouts.approvals

/** Corrections above the limit of the business. Whoever asked for one cannot approve it; the API refuses. */
export function Approvals() {
  const waiting = useRead(
    ['adjustments', 'waiting'],
    (client, options) => client.adjustments.listAll({ size: 100, state: 'PENDING_APPROVAL' }, options),
    { interval: SOON },
  )
  const owners = useOwners((waiting.data?.content ?? []).map(({ wallet_id }) => wallet_id))
  return (
    <>
      <p className={view.lead}>{words.means}</p>
      <AdjustmentTable
        of={waiting}
        none={words}
        acts={(adjustment) => <Decide adjustment={adjustment} />}
        whose={({ wallet_id }) => (
          <Below>
            <Whose owner={owners.get(wallet_id)} />
          </Below>
        )}
      />
    </>
  )
}

function Decide({ adjustment }: { readonly adjustment: Adjustment }) {
  const decide = useCommand<'APPROVE' | 'REJECT'>({
    run: (client, action) => client.adjustments.decide(adjustment.id, { action }),
    changes: [['adjustments'], ['wallet'], ['transactions']],
    done: words.done,
  })
  return (
    <span className={styles.acts}>
      <Button kind="primary" disabled={decide.isPending} onClick={() => decide.mutate('APPROVE')}>
        {words.approve}
      </Button>
      <Button disabled={decide.isPending} onClick={() => decide.mutate('REJECT')}>
        {words.reject}
      </Button>
    </span>
  )
}
