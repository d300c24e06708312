import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, SelectField, TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { behind, STATES, type Stage } from './order-of-stages.ts'

const words = texts.settings.stages
const changes = [['stages'], ['orders']]
const LAST = 10_000

interface NewStageProps {
  readonly stages: readonly Stage[]
  readonly onClose: () => void
}

export function NewStage({ stages, onClose }: NewStageProps) {
  const [name, setName] = useState('')
  const [state, setState] = useState<Stage['state']>('IN_PROGRESS')
  const [code, setCode] = useState('')
  const create = useCommand({
    run: (client) =>
      client.orderStages.create({
        name: name.trim(),
        state,
        priority: behind(
          stages.filter((stage) => stage.state === state),
          LAST,
        ),
        ...(code.trim() === '' ? {} : { code: code.trim() }),
      }),
    changes,
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
      <TextField label={words.name} name="name" value={name} onChange={setName} autoComplete="off" />
      <SelectField
        label={words.state}
        name="state"
        hint={words.stateHint}
        value={state}
        options={STATES.map((each) => [each, texts.orders.states[each]])}
        onChange={(value) => setState(STATES.find((each) => each === value) ?? 'IN_PROGRESS')}
      />
      <TextField
        label={words.code}
        name="code"
        hint={words.codeHint}
        value={code}
        onChange={setCode}
        autoComplete="off"
        spellCheck={false}
      />
    </Confirm>
  )
}

interface OneStageProps {
  readonly stage: Stage
  readonly onClose: () => void
}

/** New orders begin as new or on hold; into the other states an action leads them. */
export function ChangeStage({ stage, onClose }: OneStageProps) {
  const [name, setName] = useState(stage.name)
  const [isDefault, setDefault] = useState(stage.is_default)
  const [isInitial, setInitial] = useState(stage.is_initial)
  const begins = stage.state === 'NEW' || stage.state === 'ON_HOLD'
  const change = useCommand({
    run: (client) =>
      client.orderStages.update(stage.id, {
        name: name.trim(),
        ...(begins ? { is_initial: isInitial } : { is_default: isDefault }),
      }),
    changes,
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={stage.name}
      action={texts.settings.save}
      isReady={name.trim() !== ''}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <TextField label={words.name} name="name" value={name} onChange={setName} autoComplete="off" />
      {begins ? (
        <CheckField label={words.begins} isChecked={isInitial} onChange={setInitial} />
      ) : (
        <CheckField
          label={words.standsIn(texts.orders.states[stage.state])}
          isChecked={isDefault}
          onChange={setDefault}
        />
      )}
    </Confirm>
  )
}

/** Orders that stood in it keep it; those that stand in it now have to go on first, as its refusal says. */
export function RemoveStage({ stage, onClose }: OneStageProps) {
  const remove = useCommand({
    run: (client) => client.orderStages.delete(stage.id),
    changes,
    done: words.removing.done,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.removing.title(stage.name)}
      action={words.removing.act}
      isDangerous
      onConfirm={() => remove.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.removing.means}</p>
    </Confirm>
  )
}
