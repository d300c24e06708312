import { useMutation } from '@tanstack/react-query'
import { toldAs } from '../../kit/first-names.ts'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { type PoolBalance, usePools, useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** Reward money by where and on what it can be spent. */
export function Pools() {
  const texts = useTexts()
  const { data } = usePools()
  if (data === undefined || data.content.length === 0) return null
  return (
    <section className={view.section} aria-labelledby="pools">
      <h2 id="pools" className={view.subtitle}>
        {texts.wallet.pools}
      </h2>
      <ul className={view.list}>
        {data.content.map((pool) => (
          <li key={pool.id}>
            <Pool pool={pool} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Pool({ pool }: { readonly pool: PoolBalance }) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const refresh = useRefresh()
  const change = useMutation({
    mutationFn: () =>
      client.selfService.actOnOwnPool(pool.id, {
        action: pool.is_active ? 'DEACTIVATE' : 'ACTIVATE',
      }),
    onSuccess: refresh,
  })
  const places = pool.organisations.map(({ name }) => name).join(', ')
  return (
    <div className={view.row}>
      <span className={view.name}>{toldAs(pool.name, texts.wallet.firstPools)}</span>
      <Money amount={pool.amount} currency={pool.currency_code} tone="award" />
      <span className={view.small}>{pool.description || places || texts.wallet.everywhere}</span>
      {pool.applicable_for_activation && (
        <Key onClick={() => change.mutate()} disabled={change.isPending}>
          {pool.is_active ? texts.wallet.deactivate : texts.wallet.activate}
        </Key>
      )}
      {change.error && <Problem of={change.error} />}
    </div>
  )
}
