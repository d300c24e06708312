import { useEffect, useMemo, useRef, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button, IconButton } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Below } from '../../kit/table.tsx'
import { stageName } from '../orders/stage-name.ts'
import { useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import view from '../view.module.css'
import { moved, type Placed, STATES, type Stage } from './order-of-stages.ts'
import { ChangeStage, NewStage, RemoveStage } from './stage-forms.tsx'
import styles from './stages.module.css'

const words = texts.settings.stages
const MOST = 100

/** The business's own names for the steps of an order, in the order in which they are shown. */
export function Stages() {
  const stages = useRead(['stages', 'all'], (client, options) =>
    client.orderStages.list({ size: MOST }, options),
  )
  const [form, setForm] = useState<'new' | { readonly act: 'change' | 'remove'; readonly stage: Stage }>()
  const close = () => setForm(undefined)
  const content = stages.data?.content
  const all = useMemo(
    () => STATES.flatMap((state) => (content ?? []).filter((stage) => stage.state === state)),
    [content],
  )
  return (
    <Card
      title={words.title}
      aside={
        <Button icon="plus" onClick={() => setForm('new')}>
          {words.create}
        </Button>
      }
    >
      <p className={view.note}>{words.means}</p>
      <Answer to={stages} waiting={<SkeletonLines lines={3} />}>
        {() =>
          all.length === 0 ? (
            <p className={view.note}>{words.none}</p>
          ) : (
            <List
              stages={all}
              onChange={(stage) => setForm({ act: 'change', stage })}
              onRemove={(stage) => setForm({ act: 'remove', stage })}
            />
          )
        }
      </Answer>
      {form === 'new' && <NewStage stages={all} onClose={close} />}
      {form !== undefined && form !== 'new' && form.act === 'change' && (
        <ChangeStage stage={form.stage} onClose={close} />
      )}
      {form !== undefined && form !== 'new' && form.act === 'remove' && (
        <RemoveStage stage={form.stage} onClose={close} />
      )}
    </Card>
  )
}

interface ListProps {
  readonly stages: readonly Stage[]
  readonly onChange: (stage: Stage) => void
  readonly onRemove: (stage: Stage) => void
}

/** A stage that somebody moves keeps their keyboard wherever it goes. */
function List({ stages, onChange, onRemove }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const held = useRef<{ readonly id: string; readonly by: number }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row leaves its place, and the focus with it, when the stages are others
  useEffect(() => {
    if (held.current === undefined || document.activeElement !== document.body) return
    const row = `[data-stage="${CSS.escape(held.current.id)}"]`
    const find = (which: string) =>
      list.current?.querySelector<HTMLElement>(`${row} > button${which}:enabled`)
    ;(find(`[data-by="${held.current.by}"]`) ?? find(''))?.focus()
  }, [stages])
  const place = useCommand({
    run: async (client, changed: readonly Placed[]) => {
      for (const { id, priority } of changed) await client.orderStages.update(id, { priority })
    },
    changes: [['stages'], ['orders']],
  })
  const turn = (stage: Stage, by: -1 | 1) => {
    const alike = stages.filter(({ state }) => state === stage.state)
    const changed = moved(alike, stage.id, by)
    return {
      disabled: changed.length === 0,
      'data-by': by,
      onClick: () => {
        if (place.isPending) return
        held.current = { id: stage.id, by }
        place.mutate(changed)
      },
    }
  }
  return (
    <div ref={list}>
      <Rows
        label={words.title}
        head={[words.stage, words.acts]}
        rows={stages.map((stage) => {
          const name = stageName(stage)
          return {
            key: stage.id,
            cells: [
              <span key="name">
                {name}
                <Below>{standing(stage)}</Below>
              </span>,
              <span key="acts" className={styles.acts} data-stage={stage.id}>
                <IconButton icon="up" label={words.up(name)} {...turn(stage, -1)} />
                <IconButton icon="down" label={words.down(name)} {...turn(stage, 1)} />
                <IconButton
                  icon="edit"
                  label={`${texts.settings.change}: ${name}`}
                  onClick={() => onChange(stage)}
                />
                <IconButton icon="trash" label={words.remove(name)} onClick={() => onRemove(stage)} />
              </span>,
            ],
          }
        })}
      />
    </div>
  )
}

function standing({ state, is_default: isDefault, is_initial: isInitial }: Stage): string {
  return [
    texts.orders.states[state],
    ...(isDefault ? [words.isDefault] : []),
    ...(isInitial ? [words.isInitial] : []),
  ].join(' · ')
}
