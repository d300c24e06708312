import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'

const words = texts.webhooks
const DAY_MS = 24 * 60 * 60 * 1_000

interface RecoverEndpointProps {
  readonly id: string
  readonly onClose: () => void
}

/** Has what happened since a time posted again, in its order. */
export function RecoverEndpoint({ id, onClose }: RecoverEndpointProps) {
  const [since, setSince] = useState(() => localMinute(Date.now() - DAY_MS))
  const [isAll, setAll] = useState(false)
  const seconds = Math.floor(new Date(since).getTime() / 1_000)
  const recover = useCommand({
    run: (client) => client.webhooks.recoverEndpoint(id, { since: seconds, include_delivered: isAll }),
    changes: [['webhooks'], ['deliveries']],
    done: ({ deliveries }) => words.recovered(deliveries),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.acts.recover}
      action={words.recovering.action}
      isReady={!Number.isNaN(seconds)}
      onConfirm={() => recover.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.recovering.means}</p>
      <TextField
        label={words.recovering.since}
        name="since"
        type="datetime-local"
        value={since}
        onChange={setSince}
      />
      <CheckField label={words.recovering.all} isChecked={isAll} onChange={setAll} />
    </Confirm>
  )
}

/** As a place for a time is filled in with: on the viewer's clock, to the minute. */
function localMinute(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000
  return new Date(at - offset).toISOString().slice(0, 16)
}
