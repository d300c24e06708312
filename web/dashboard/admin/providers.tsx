import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { ChangeProvider } from './change-provider.tsx'

const words = texts.settings.providers
/** In the order in which they are told. */
export const PROVIDER_KINDS = ['WALLET', 'SEPA', 'STRIPE', 'PAYPAL'] as const

export type Provider = Reply<'payoutProviders', 'list'>['content'][number]
export type ProviderKind = Provider['kind']

/** By which ways customers can be paid, and who pays them. */
export function Providers() {
  const providers = useRead(['providers'], (client, options) =>
    client.payoutProviders.list({ size: 20 }, options),
  )
  const [changing, setChanging] = useState<ProviderKind>()
  const found = providers.data?.content ?? []
  const of = (kind: ProviderKind) => found.find((each) => each.kind === kind)
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      <Answer to={providers} waiting={<SkeletonLines lines={4} />}>
        {() => (
          <Rows
            label={words.title}
            head={[words.way, words.state, texts.settings.change]}
            texts={[1, 2]}
            rows={PROVIDER_KINDS.map((kind) => ({
              key: kind,
              cells: [
                <Way key="way" kind={kind} provider={of(kind)} />,
                <State key="state" kind={kind} provider={of(kind)} />,
                <Button
                  key="change"
                  icon="edit"
                  aria-label={`${texts.settings.change}: ${texts.payouts.providers[kind]}`}
                  onClick={() => setChanging(kind)}
                >
                  {texts.settings.change}
                </Button>,
              ],
            }))}
          />
        )}
      </Answer>
      {changing && (
        <ChangeProvider kind={changing} provider={of(changing)} onClose={() => setChanging(undefined)} />
      )}
    </Card>
  )
}

interface OfKind {
  readonly kind: ProviderKind
  readonly provider: Provider | undefined
}

function Way({ kind, provider }: OfKind) {
  const account = provider?.sepa?.iban ?? provider?.stripe?.financial_account
  return (
    <>
      {texts.payouts.providers[kind]}
      {account !== undefined && <span className={styles.note}> {account}</span>}
    </>
  )
}

function State({ kind, provider }: OfKind) {
  // The wallet pays unless it was switched off.
  const isOn = kind === 'WALLET' ? provider?.state !== 'INACTIVE' : provider?.state === 'ACTIVE'
  const isSetUp = kind === 'WALLET' || provider !== undefined
  return (
    <Badge tone={isOn ? 'positive' : 'neutral'} icon={isOn ? 'check' : 'pause'}>
      {isOn ? words.on : isSetUp ? words.off : words.notSetUp}
    </Badge>
  )
}
