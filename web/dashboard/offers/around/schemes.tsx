import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { CodeBlock } from '../../../kit/code-block.tsx'
import { Confirm } from '../../../kit/confirm.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { CheckField, SelectField, TextArea, TextField } from '../../../kit/field.tsx'
import type { Column } from '../../../kit/table.tsx'
import { type Reply, useRead } from '../../read.ts'
import { texts } from '../../texts.ts'
import { useCommand } from '../../use-command.ts'
import type { ViewProps } from '../../views.tsx'
import { WordsField } from '../steps/words-field.tsx'
import { type FormProps, Managed } from './managed.tsx'

const words = texts.schemes
const A_PAGE = 50
const OPTIONS = ['AUTO_SIGN_UP', 'SELF_SIGN_UP', 'CLOSE_LOOP_SIGN_UP'] as const
const METHODS = ['EMAIL_DOMAIN', 'CODE'] as const

type Scheme = Reply<'rewardSchemes', 'list'>['content'][number]

const COLUMNS: readonly Column[] = [{ name: words.signUp }, { name: texts.managed.state, from: 'narrow' }]

/** Who takes part in what: offers may be for the members of one scheme alone. */
export function Schemes({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const schemes = useRead(
    ['schemes', asked],
    (client, options) => client.rewardSchemes.list(asked, options),
    {
      keeps: true,
    },
  )
  return (
    <Managed<Scheme>
      address={address}
      of={schemes}
      names={words.names}
      columns={COLUMNS}
      cells={({ sign_up_option, state }) => [words.options[sign_up_option], texts.managed.states[state]]}
      Form={SchemeForm}
      remove={(client, id) => client.rewardSchemes.delete(id)}
      changes={['schemes']}
      more={(scheme) => scheme.sign_up_method === 'CODE' && <Codes scheme={scheme} />}
    />
  )
}

function SchemeForm({ item, onClose }: FormProps<Scheme>) {
  const [name, setName] = useState(item?.name ?? '')
  const [description, setDescription] = useState(item?.description ?? '')
  const [option, setOption] = useState<(typeof OPTIONS)[number]>(item?.sign_up_option ?? 'AUTO_SIGN_UP')
  const [method, setMethod] = useState<(typeof METHODS)[number]>(item?.sign_up_method ?? 'CODE')
  const [domains, setDomains] = useState(item?.email_domains ?? [])
  const [isActive, setActive] = useState(item?.state !== 'INACTIVE')
  const isClosed = option === 'CLOSE_LOOP_SIGN_UP'
  const body = {
    name: name.trim(),
    description: description === '' ? null : description,
    sign_up_option: option,
    sign_up_method: isClosed ? method : null,
    email_domains: isClosed && method === 'EMAIL_DOMAIN' ? domains : null,
    state: isActive ? ('ACTIVE' as const) : ('INACTIVE' as const),
  }
  const keep = useCommand({
    run: (client) => (item ? client.rewardSchemes.update(item.id, body) : client.rewardSchemes.create(body)),
    changes: [['schemes']],
    done: texts.managed.kept(body.name),
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={item?.name ?? words.names.create}
      action={texts.managed.keep}
      isReady={body.name !== ''}
      onConfirm={() => keep.mutateAsync()}
      onClose={onClose}
    >
      <TextField label={texts.managed.name} name="name" value={name} onChange={setName} autoComplete="off" />
      <SelectField
        label={words.signUp}
        name="sign_up_option"
        value={option}
        options={Object.entries(words.options)}
        onChange={(value) => setOption(OPTIONS.find((each) => each === value) ?? 'AUTO_SIGN_UP')}
      />
      {isClosed && (
        <SelectField
          label={words.method}
          name="sign_up_method"
          value={method}
          options={Object.entries(words.methods)}
          onChange={(value) => setMethod(value === 'EMAIL_DOMAIN' ? 'EMAIL_DOMAIN' : 'CODE')}
        />
      )}
      {isClosed && method === 'EMAIL_DOMAIN' && (
        <WordsField
          label={words.domains}
          name="email_domains"
          hint={words.domainsHint}
          words={domains}
          onChange={setDomains}
        />
      )}
      <TextArea
        label={texts.managed.description}
        name="description"
        value={description}
        onChange={setDescription}
        rows={2}
      />
      <CheckField label={words.active} isChecked={isActive} onChange={setActive} />
    </Confirm>
  )
}

/** Codes with which one customer each comes in. */
function Codes({ scheme }: { readonly scheme: Scheme }) {
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState('10')
  const add = useCommand({
    run: (client) => client.rewardSchemes.addSignUpCodes(scheme.id, { count: Number(count) || 0 }),
    changes: [['schemes']],
  })
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.codes}
      </Button>
      {isOpen && (
        <Dialog title={words.codesOf(scheme.name)} onClose={() => setOpen(false)}>
          <p>{words.codesMean}</p>
          <TextField label={words.count} inputMode="numeric" value={count} onChange={setCount} />
          <div>
            <Button kind="primary" disabled={add.isPending} onClick={() => add.mutate()}>
              {words.makeCodes}
            </Button>
          </div>
          {add.data && <CodeBlock name={words.codes} shown={add.data.codes.join('\n')} />}
        </Dialog>
      )}
    </>
  )
}
