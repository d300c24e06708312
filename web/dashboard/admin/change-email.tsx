import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, FieldRow, SelectField, TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import type { NotificationSettings } from './notifications.tsx'

const words = texts.settings.notifications
const SECURITIES = ['TLS', 'STARTTLS', 'NONE'] as const

interface ChangeEmailProps {
  readonly settings: NotificationSettings
  readonly onClose: () => void
}

/** By whom e-mail is sent. A password that is there stays unless another is typed. */
export function ChangeEmail({ settings: { email }, onClose }: ChangeEmailProps) {
  const [isSent, setSent] = useState(true)
  const [given, setGiven] = useState<Given>(() => ({
    host: email?.host ?? '',
    port: String(email?.port ?? 465),
    security: email?.security ?? 'TLS',
    username: email?.username ?? '',
    password: '',
    from_address: email?.from_address ?? '',
    from_name: email?.from_name ?? '',
  }))
  const change = useCommand({
    run: (client) =>
      client.communications.updateNotificationSettings({
        email: isSent ? { ...sent(given), reply_to: email?.reply_to ?? null } : null,
      }),
    changes: [['notifications']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  const field = (name: Name) => ({
    label: words.fields[name],
    name: `email.${name}`,
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
    autoComplete: 'off',
  })
  return (
    <Confirm
      title={words.email}
      action={texts.settings.save}
      isReady={!isSent || isFilled(given)}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <CheckField label={words.emailOn} isChecked={isSent} onChange={setSent} />
      {isSent && (
        <>
          <FieldRow>
            <TextField {...field('from_address')} type="email" />
            <TextField {...field('from_name')} />
          </FieldRow>
          <FieldRow>
            <TextField {...field('host')} spellCheck={false} />
            <TextField
              {...field('port')}
              inputMode="numeric"
              error={isPort(given.port) ? undefined : texts.settings.wholeNumber}
            />
            <SelectField
              label={words.fields.security}
              name="email.security"
              value={given.security}
              options={SECURITIES.map((each) => [each, words.securities[each]])}
              onChange={(value) =>
                setGiven({ ...given, security: SECURITIES.find((each) => each === value) ?? 'TLS' })
              }
            />
          </FieldRow>
          <FieldRow>
            <TextField {...field('username')} spellCheck={false} />
            <TextField
              {...field('password')}
              type="password"
              autoComplete="new-password"
              hint={email?.has_password === true ? words.passwordStays : undefined}
            />
          </FieldRow>
        </>
      )}
    </Confirm>
  )
}

type Name = 'host' | 'port' | 'username' | 'password' | 'from_address' | 'from_name'
type Given = Readonly<Record<Name, string>> & { readonly security: (typeof SECURITIES)[number] }

function sent({ port, username, password, from_name, ...given }: Given) {
  const filled = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    ...given,
    port: Number(port),
    username: filled(username),
    from_name: filled(from_name),
    ...(password === '' ? {} : { password }),
  }
}

function isFilled({ host, port, from_address }: Given): boolean {
  return host.trim() !== '' && from_address.trim() !== '' && isPort(port)
}

function isPort(text: string): boolean {
  return /^\s*\d{1,5}\s*$/.test(text)
}
