import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, TextField } from '../../kit/field.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'

const words = texts.settings.reasons

const STATES = ['ACTIVE', 'INACTIVE'] as const

type Reason = Reply<'orderCancellationReasons', 'list'>['content'][number]

/** Why an order may be cancelled; the board asks for one of these. */
export function Reasons() {
  const reasons = useRead(['reasons', 'all'], async (client, options) => {
    const pages = await Promise.all(
      STATES.map((state) => client.orderCancellationReasons.list({ state, size: 100 }, options)),
    )
    return pages.flatMap(({ content }) => content)
  })
  const [form, setForm] = useState<Reason | 'new'>()
  const close = () => setForm(undefined)
  return (
    <Card
      title={words.title}
      aside={
        <Button icon="plus" onClick={() => setForm('new')}>
          {words.create}
        </Button>
      }
    >
      <Answer to={reasons} waiting={<SkeletonLines lines={3} />}>
        {(content) =>
          content.length === 0 ? (
            <p className={styles.note}>{words.none}</p>
          ) : (
            <Rows
              label={words.title}
              head={[words.reason, words.standing, words.act]}
              texts={[1, 2]}
              rows={content.map((reason) => ({
                key: reason.id,
                cells: [
                  reason.name,
                  <Standing key="standing" of={reason} />,
                  <Button
                    key="change"
                    icon="edit"
                    aria-label={`${texts.settings.change}: ${reason.name}`}
                    onClick={() => setForm(reason)}
                  >
                    {texts.settings.change}
                  </Button>,
                ],
              }))}
            />
          )
        }
      </Answer>
      {form === 'new' && <NewReason onClose={close} />}
      {form !== undefined && form !== 'new' && <ChangeReason reason={form} onClose={close} />}
    </Card>
  )
}

function Standing({ of: { state, is_default } }: { readonly of: Reason }) {
  if (state === 'INACTIVE') {
    return (
      <Badge tone="neutral" icon="pause">
        {words.notOffered}
      </Badge>
    )
  }
  if (!is_default) return texts.nothing
  return (
    <Badge tone="brand" icon="check">
      {words.byDefault}
    </Badge>
  )
}

function NewReason({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const create = useCommand({
    run: (client) => client.orderCancellationReasons.create({ name: name.trim() }),
    changes: [['reasons']],
    done: words.created,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.create}
      action={words.create}
      isReady={name.trim() !== ''}
      onConfirm={() => create.mutateAsync()}
      onClose={onClose}
    >
      <TextField label={words.reason} name="name" value={name} onChange={setName} autoComplete="off" />
    </Confirm>
  )
}

/** Orders that were cancelled for it keep it, so it is not offered any more rather than removed. */
function ChangeReason({ reason, onClose }: { readonly reason: Reason; readonly onClose: () => void }) {
  const [name, setName] = useState(reason.name)
  const [isDefault, setDefault] = useState(reason.is_default)
  const [isOffered, setOffered] = useState(reason.state === 'ACTIVE')
  const change = useCommand({
    run: (client) =>
      client.orderCancellationReasons.update(reason.id, {
        name: name.trim(),
        is_default: isDefault,
        state: isOffered ? 'ACTIVE' : 'INACTIVE',
      }),
    changes: [['reasons']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={reason.name}
      action={texts.settings.save}
      isReady={name.trim() !== ''}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <TextField label={words.reason} name="name" value={name} onChange={setName} autoComplete="off" />
      <CheckField label={words.taken} isChecked={isDefault} onChange={setDefault} />
      <CheckField label={words.offered} isChecked={isOffered} onChange={setOffered} />
    </Confirm>
  )
}
