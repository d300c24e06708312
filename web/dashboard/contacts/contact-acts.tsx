import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField } from '../../kit/field.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { viewOf } from '../address.ts'
import type { Contact, Wallet } from '../queries.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import { Adjust } from './adjust.tsx'
import { Merge } from './merge.tsx'

const words = texts.contact

export interface ContactActsProps {
  readonly contact: Contact
  readonly wallet: Wallet | undefined
}

/** What can be done with a contact. */
export function ContactActs({ contact, wallet }: ContactActsProps) {
  const [asked, setAsked] = useState<'adjust' | 'merge' | 'erase'>()
  const copy = useCommand({
    run: async (client) => {
      const { data, ...head } = await client.contacts.export(contact.id)
      saveFile(`${contact.code}.json`, 'application/json', JSON.stringify({ ...head, data }, null, 2))
    },
    changes: [],
    done: words.exported,
  })
  const close = () => setAsked(undefined)
  return (
    <>
      <Button icon="download" disabled={copy.isPending} onClick={() => copy.mutate()}>
        {words.export}
      </Button>
      <Button onClick={() => setAsked('merge')}>{words.merge}</Button>
      <Button kind="danger" onClick={() => setAsked('erase')}>
        {words.erase}
      </Button>
      <Button kind="primary" icon="edit" disabled={!wallet} onClick={() => setAsked('adjust')}>
        {words.adjust}
      </Button>
      {asked === 'adjust' && wallet && <Adjust wallet={wallet} onClose={close} />}
      {asked === 'merge' && <Merge contact={contact} onClose={close} />}
      {asked === 'erase' && <Erase contact={contact} onClose={close} />}
    </>
  )
}

function Erase({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const [leavesMoney, setLeavesMoney] = useState(false)
  const erase = useCommand({
    run: async (client) => {
      const erased = await client.contacts.erase(contact.id, { leave_money: leavesMoney })
      go(viewOf('contacts'))
      return erased
    },
    changes: [['contacts']],
    done: texts.erase.done,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={texts.erase.title(contact.name)}
      action={texts.erase.action}
      isDangerous
      typed={contact.code}
      onConfirm={() => erase.mutateAsync()}
      onClose={onClose}
    >
      <p>{texts.erase.means}</p>
      <CheckField label={texts.erase.leaveMoney} isChecked={leavesMoney} onChange={setLeavesMoney} />
    </Confirm>
  )
}
