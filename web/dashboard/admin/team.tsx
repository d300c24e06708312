import { useState } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { ShownOnce } from '../developers/shown-once.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'

const words = texts.team
const A_PAGE = 50
const ROLES = ['OWNER', 'MANAGER', 'MARKETER', 'CLERK', 'DEVELOPER', 'AUDITOR'] as const

type Member = Reply<'users', 'list'>['content'][number]

const STATES: Readonly<Record<Member['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  INVITED: { tone: 'info', icon: 'clock' },
  ACTIVE: { tone: 'positive', icon: 'check' },
  DISABLED: { tone: 'neutral', icon: 'cross' },
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.member },
  { name: words.columns.role },
  { name: words.columns.seen, from: 'wide' },
  { name: words.columns.state, from: 'narrow' },
  { name: words.columns.acts, from: 'narrow' },
]

/** Members of staff, and what each may do. */
export function Team({ address }: ViewProps) {
  const asked = { page: address.page, size: A_PAGE }
  const members = useRead(['users', asked], (client, options) => client.users.list(asked, options), {
    keeps: true,
  })
  const [form, setForm] = useState<Member | 'new'>()
  const [invitation, setInvitation] = useState<string>()
  return (
    <div className={styles.parts}>
      <Head title={words.title}>
        <Button kind="primary" icon="plus" onClick={() => setForm('new')}>
          {words.invite}
        </Button>
      </Head>
      <Listing
        address={address}
        of={members}
        label={words.pages}
        empty={
          <EmptyState icon="people" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((member) => (
              <tr key={member.id}>
                <Cell head wraps>
                  {member.name ?? member.username}
                  {member.name !== null && member.name !== member.username && (
                    <Below>{member.username}</Below>
                  )}
                </Cell>
                <Cell>
                  {words.roles[member.role]}
                  <Below until="narrow">{words.states[member.state]}</Below>
                  <Below until="narrow">
                    <Button onClick={() => setForm(member)}>{words.change}</Button>
                  </Below>
                </Cell>
                <Cell from="wide">
                  {member.signed_in_on === null ? words.never : <Time at={member.signed_in_on} inList />}
                </Cell>
                <Cell from="narrow">
                  <Badge {...STATES[member.state]}>{words.states[member.state]}</Badge>
                </Cell>
                <Cell from="narrow">
                  <Button onClick={() => setForm(member)}>{words.change}</Button>
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
      {form === 'new' && <Invite onTold={setInvitation} onClose={() => setForm(undefined)} />}
      {form !== undefined && form !== 'new' && <Change member={form} onClose={() => setForm(undefined)} />}
      {invitation !== undefined && (
        <ShownOnce
          name={words.invitation}
          secret={invitation}
          variable="TILLBACK_INVITATION"
          onClose={() => setInvitation(undefined)}
        />
      )}
    </div>
  )
}

function RoleField({
  value,
  onChange,
}: {
  readonly value: Member['role']
  readonly onChange: (role: Member['role']) => void
}) {
  return (
    <SelectField
      label={words.columns.role}
      name="role"
      hint={words.means[value]}
      value={value}
      options={ROLES.map((role) => [role, words.roles[role]])}
      onChange={(given) => onChange(ROLES.find((role) => role === given) ?? 'CLERK')}
    />
  )
}

interface InviteProps {
  readonly onTold: (invitation: string) => void
  readonly onClose: () => void
}

function Invite({ onTold, onClose }: InviteProps) {
  const [username, setUsername] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Member['role']>('CLERK')
  const invite = useCommand({
    run: async (client) => {
      const made = await client.users.create({
        username: username.trim(),
        role,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
      })
      if (made.invitation !== null) onTold(made.invitation)
      return made
    },
    changes: [['users']],
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={words.invite}
      action={words.invite}
      isReady={username.trim() !== ''}
      onConfirm={() => invite.mutateAsync()}
      onClose={onClose}
    >
      <p>{words.inviteMeans}</p>
      <TextField
        label={words.email}
        name="username"
        type="email"
        value={username}
        onChange={setUsername}
        autoComplete="off"
      />
      <TextField label={words.name} name="name" value={name} onChange={setName} autoComplete="off" />
      <RoleField value={role} onChange={setRole} />
    </Confirm>
  )
}

function Change({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const [role, setRole] = useState(member.role)
  const [state, setState] = useState<string>(member.state)
  const change = useCommand({
    run: (client) =>
      client.users.update(member.id, {
        role,
        ...(state === 'ACTIVE' || state === 'DISABLED' ? { state } : {}),
      }),
    changes: [['users']],
    done: words.changed,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={member.name ?? member.username}
      action={words.save}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} />
      <SelectField
        label={words.columns.state}
        name="state"
        hint={words.disabledMeans}
        value={state}
        options={Object.entries(words.states)}
        onChange={setState}
      />
    </Confirm>
  )
}
