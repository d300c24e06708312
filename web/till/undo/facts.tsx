import { Money, type MoneyProps } from '../../kit/money.tsx'
import form from '../screen/form.module.css'

export interface Fact extends Pick<MoneyProps, 'tone' | 'signed'> {
  readonly name: string
  readonly amount: number
}

/** Amounts by name; what is nothing is left out. */
export function Facts({ facts, currency }: { readonly facts: readonly Fact[]; readonly currency: string }) {
  return (
    <dl className={form.facts}>
      {facts
        .filter(({ amount }) => amount !== 0)
        .map(({ name, ...money }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Money currency={currency} {...money} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
