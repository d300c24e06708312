import { Button, IconButton } from '../../../kit/button.tsx'
import { CheckField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import { type ConditionOf, typed } from '../draft.ts'
import styles from '../editor.module.css'
import type { ConditionFieldsProps } from './condition-fields.tsx'
import { Goods } from './product-fields.tsx'

const words = texts.editor.bundle

type Item = ConditionOf<'BUNDLE'>['items'][number]

/** Goods that are bought together: each part with its pieces. */
export function BundleFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'BUNDLE'>>) {
  const { items } = condition
  const replace = (at: number, next: readonly Item[]) =>
    onChange({ ...condition, items: items.toSpliced(at, 1, ...next) })
  return (
    <>
      <ol className={styles.rows}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
          <li key={at} className={styles.part}>
            <Goods
              label={words.part(at + 1)}
              goods={item.products}
              onChange={(products) => replace(at, [{ ...item, products }])}
            />
            <div className={styles.besides}>
              <TextField
                label={words.pieces(at + 1)}
                inputMode="decimal"
                value={typed(item.quantity)}
                onChange={(quantity) => replace(at, [{ ...item, quantity }])}
              />
              {items.length > 1 && (
                <IconButton icon="trash" label={words.remove(at + 1)} onClick={() => replace(at, [])} />
              )}
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          icon="plus"
          onClick={() => onChange({ ...condition, items: [...items, { products: [], quantity: '1' }] })}
        >
          {words.add}
        </Button>
      </div>
      <CheckField
        label={words.repeats}
        isChecked={condition.repeats === true}
        onChange={(repeats) => onChange({ ...condition, repeats })}
      />
    </>
  )
}
