import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { Order } from './use-orders.ts'

const words = texts.orders.cancelling

/** An order is cancelled for one of the reasons of the business. */
export function CancelOrder({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const reasons = useRead(['reasons'], (client, options) =>
    client.orderCancellationReasons.list({ size: 100 }, options),
  )
  const [chosen, setChosen] = useState<string>()
  const known = (reasons.data?.content ?? []).filter(({ state }) => state === 'ACTIVE')
  const usual = known.find(({ is_default }) => is_default) ?? known[0]
  const reason = chosen ?? usual?.id ?? ''
  const cancel = useCommand({
    run: (client) => client.orders.actOn(order.id, { action: 'CANCEL', cancellation_reason_id: reason }),
    changes: [['orders'], ['order', order.id], ['wallet']],
    done: words.done(order.number),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.title(order.number)}
      action={words.action}
      isDangerous
      keep={words.keep}
      isReady={reason !== ''}
      onConfirm={() => cancel.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.means}</p>
      <SelectField
        label={words.reason}
        name="cancellation_reason_id"
        hint={known.length === 0 ? words.noReasons : undefined}
        value={reason}
        options={known.map(({ id, name }) => [id, name])}
        onChange={setChosen}
      />
    </Confirm>
  )
}
