import { useState } from 'react'
import { Confirm } from '../../kit/confirm.tsx'
import { CheckField, SelectField, TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import styles from '../view.module.css'
import type { Provider, ProviderKind } from './providers.tsx'

const words = texts.settings.providers

interface Asked {
  readonly name: string
  readonly isSecret?: true
}

const FIELDS: Readonly<Record<ProviderKind, readonly Asked[]>> = {
  WALLET: [],
  SEPA: [{ name: 'name' }, { name: 'iban' }, { name: 'bic' }],
  STRIPE: [
    { name: 'financial_account' },
    { name: 'secret_key', isSecret: true },
    { name: 'webhook_secret', isSecret: true },
  ],
  PAYPAL: [{ name: 'client_id' }, { name: 'client_secret', isSecret: true }, { name: 'webhook_id' }],
}

export interface ChangeProviderProps {
  readonly kind: ProviderKind
  readonly provider: Provider | undefined
  readonly onClose: () => void
}

/** How one way of paying is set up. Secrets that are there stay unless others are typed. */
export function ChangeProvider({ kind, provider, onClose }: ChangeProviderProps) {
  const [isOn, setOn] = useState(provider?.state !== 'INACTIVE')
  const [given, setGiven] = useState(() => knownOf(provider))
  const [environment, setEnvironment] = useState(provider?.paypal?.environment ?? 'LIVE')
  const change = useCommand({
    run: (client) => {
      const state = isOn ? 'ACTIVE' : 'INACTIVE'
      const filled = Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== ''))
      const own = {
        ...(kind === 'SEPA' && { sepa: filled }),
        ...(kind === 'STRIPE' && { stripe: filled }),
        ...(kind === 'PAYPAL' && {
          paypal: { ...filled, environment: environment === 'SANDBOX' ? 'SANDBOX' : 'LIVE' } as const,
        }),
      }
      return provider
        ? client.payoutProviders.update(provider.id, { state, ...own })
        : client.payoutProviders.create({ kind, state, ...own })
    },
    changes: [['providers']],
    done: texts.settings.saved,
    isToldInPlace: true,
  })
  return (
    <Confirm
      title={texts.payouts.providers[kind]}
      action={texts.settings.save}
      onConfirm={() => change.mutateAsync()}
      onClose={onClose}
    >
      <p className={styles.note}>{words.kinds[kind]}</p>
      <CheckField label={words.pays} isChecked={isOn} onChange={setOn} />
      {FIELDS[kind].map(({ name, isSecret }) => (
        <TextField
          key={name}
          name={`${kind.toLowerCase()}.${name}`}
          label={words.fields[name] ?? name}
          value={given[name] ?? ''}
          onChange={(value) => setGiven({ ...given, [name]: value })}
          type={isSecret ? 'password' : 'text'}
          autoComplete={isSecret ? 'new-password' : 'off'}
          spellCheck={false}
          hint={provider?.secrets.some((each) => each.endsWith(name)) ? words.secretStays : undefined}
        />
      ))}
      {kind === 'PAYPAL' && (
        <SelectField
          name="paypal.environment"
          label={words.environment}
          value={environment}
          options={Object.entries(words.environments)}
          onChange={setEnvironment}
        />
      )}
      {provider?.webhook_path && (
        <p className={styles.note}>
          {words.webhook} <code>{`${location.origin}${provider.webhook_path}`}</code>
        </p>
      )}
    </Confirm>
  )
}

function knownOf(provider: Provider | undefined): Readonly<Record<string, string>> {
  return {
    name: provider?.sepa?.name ?? '',
    iban: provider?.sepa?.iban ?? '',
    bic: provider?.sepa?.bic ?? '',
    financial_account: provider?.stripe?.financial_account ?? '',
    webhook_id: provider?.paypal?.webhook_id ?? '',
  }
}
