import { ConnectionError, type Contact } from '@tillback/sdk'
import { type SubmitEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { routeScan } from '../scan/route-scan.ts'
import { useScans } from '../scan/use-scanner.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import { findMembers, type Member, memberOf, toldApart, unknownMember } from './member.ts'

const words = texts.member

export interface IdentifyProps {
  readonly onFound: (member: Member) => void
  readonly onClose: () => void
}

type Outcome =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'SEVERAL'; readonly contacts: readonly Contact[] }
  | { readonly kind: 'OFFLINE' }
  | { readonly kind: 'FAILED'; readonly error: unknown }

/** Finds a member by whatever they say or show; of several the clerk picks one by initials and last figures. */
export function Identify({ onFound, onClose }: IdentifyProps) {
  const id = useId()
  const { client, venue } = useStanding()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const found = (contact: Contact) =>
    onFound(memberOf(contact, { typed: typed.trim(), digits: venue.digits }))
  const find = async (text: string) => {
    if (text === '') return
    setTyped(text)
    setBusy(true)
    setOutcome(undefined)
    try {
      const contacts = await findMembers(client, text)
      const [first, second] = contacts
      if (first && !second) return found(first)
      setOutcome(first ? { kind: 'SEVERAL', contacts } : { kind: 'NONE' })
    } catch (error) {
      setOutcome(error instanceof ConnectionError ? { kind: 'OFFLINE' } : { kind: 'FAILED', error })
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void find(typed.trim())
  }
  useScans((code) => {
    const scan = routeScan(code, { isSpending: false })
    void find(scan.is === 'MEMBER' ? scan.identifier : code)
  })
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <label htmlFor={id}>{words.identify}</label>
        <div className={form.row}>
          <input
            id={id}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus=""
          />
          <Key type="submit" kind="primary" disabled={isBusy}>
            {isBusy ? words.finding : words.find}
          </Key>
        </div>
      </form>
      <Told outcome={outcome} onPick={found} onUseAnyway={() => onFound(unknownMember(typed.trim()))} />
    </Window>
  )
}

function Told({
  outcome,
  onPick,
  onUseAnyway,
}: {
  readonly outcome: Outcome | undefined
  readonly onPick: (contact: Contact) => void
  readonly onUseAnyway: () => void
}) {
  if (outcome?.kind === 'FAILED') return <Problem of={outcome.error} />
  return (
    <div role="status" className={form.told}>
      {outcome?.kind === 'NONE' && <p>{words.none}</p>}
      {outcome?.kind === 'OFFLINE' && (
        <>
          <p>{words.offline}</p>
          <Key onClick={onUseAnyway}>{words.useAnyway}</Key>
        </>
      )}
      {outcome?.kind === 'SEVERAL' && (
        <>
          <p>{words.several}</p>
          {outcome.contacts.map((contact) => {
            const { called, ending } = toldApart(contact)
            return (
              <Key key={contact.id} onClick={() => onPick(contact)}>
                {words.label(called, ending)}
              </Key>
            )
          })}
        </>
      )}
    </div>
  )
}
