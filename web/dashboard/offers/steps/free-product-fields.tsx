import { FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type AwardOf, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'
import type { AwardFieldsProps } from './award-fields.tsx'
import { Goods } from './product-fields.tsx'

const words = texts.editor.freeProduct
const shared = texts.editor.award

/** Pieces of what is bought are given, or cost less. */
export function FreeProductFields({ award, currency, onChange }: AwardFieldsProps<AwardOf<'PRODUCT'>>) {
  const problem = useProblem()
  return (
    <>
      <FieldRow>
        <TextField
          label={words.quantity}
          error={problem('quantity')}
          inputMode="decimal"
          value={typed(award.quantity)}
          onChange={(quantity) => onChange({ ...award, quantity })}
        />
        <TextField
          label={words.forEvery}
          error={problem('for_every')}
          hint={words.forEveryHint}
          inputMode="decimal"
          value={typed(award.for_every)}
          onChange={(every) => onChange({ ...award, for_every: every || undefined })}
        />
        <SelectField
          label={words.pick}
          value={award.pick ?? 'CHEAPEST'}
          options={Object.entries(words.picks)}
          onChange={(pick) => onChange({ ...award, pick: pick === 'DEAREST' ? 'DEAREST' : 'CHEAPEST' })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={words.rate}
          error={problem('rate')}
          hint={words.rateHint}
          inputMode="decimal"
          unit="%"
          value={typed(award.rate)}
          onChange={(rate) => onChange({ ...award, rate })}
        />
        <TextField
          label={shared.cap}
          error={problem('cap')}
          inputMode="decimal"
          unit={currency}
          value={typed(award.cap)}
          onChange={(cap) => onChange({ ...award, cap: cap || undefined })}
        />
      </FieldRow>
      <Goods
        label={words.products}
        goods={award.products ?? []}
        onChange={(products) =>
          onChange({ ...award, products: products.length === 0 ? undefined : products })
        }
      />
    </>
  )
}
