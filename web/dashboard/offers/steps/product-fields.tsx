import { useState } from 'react'
import { Button, IconButton } from '../../../kit/button.tsx'
import { FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { useRead } from '../../read.ts'
import { texts } from '../../texts.ts'
import { type ConditionOf, typed } from '../draft.ts'
import { useProblem } from '../problems.tsx'
import type { ConditionFieldsProps } from './condition-fields.tsx'
import styles from './product-fields.module.css'

const words = texts.editor.products
const KINDS = ['FAMILY', 'BRAND', 'TYPE', 'SKU'] as const

type Named = ConditionOf<'PRODUCTS'>['products'][number]

/** Which goods, by family, brand, type or SKU, and which of them not. */
export function ProductFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'PRODUCTS'>>) {
  const problem = useProblem()
  const { currency } = useNames()
  return (
    <>
      <Goods
        label={words.all}
        goods={condition.products}
        onChange={(products) => onChange({ ...condition, products })}
      />
      <Goods
        label={words.except}
        goods={condition.except ?? []}
        onChange={(except) => onChange({ ...condition, except: except.length === 0 ? undefined : except })}
      />
      <FieldRow>
        <TextField
          label={words.minimumQuantity}
          error={problem('minimum_quantity')}
          inputMode="decimal"
          value={typed(condition.minimum_quantity)}
          onChange={(text) => onChange({ ...condition, minimum_quantity: text || undefined })}
        />
        <TextField
          label={words.minimumAmount}
          error={problem('minimum_amount')}
          inputMode="decimal"
          unit={currency}
          value={typed(condition.minimum_amount)}
          onChange={(text) => onChange({ ...condition, minimum_amount: text || undefined })}
        />
      </FieldRow>
    </>
  )
}

export interface GoodsProps {
  readonly label: string
  readonly goods: readonly Named[]
  readonly onChange: (goods: readonly Named[]) => void
}

export function Goods({ label, goods, onChange }: GoodsProps) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('FAMILY')
  const [code, setCode] = useState('')
  const add = () => {
    if (code.trim() === '') return
    onChange([...goods, { type: kind, code: code.trim() }])
    setCode('')
  }
  return (
    <fieldset className={styles.goods}>
      <legend>{label}</legend>
      <ul className={styles.chosen}>
        {goods.map((named, at) => (
          <li key={`${named.type} ${named.code}`}>
            {words.named(named.type, named.code)}
            <IconButton
              icon="cross"
              label={words.remove(named.code)}
              onClick={() => onChange(goods.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <SelectField
          label={words.kind}
          value={kind}
          options={KINDS.map((each) => [each, words.kinds[each]])}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'SKU')}
        />
        <CodeField kind={kind} value={code} onChange={setCode} onEnter={add} />
        <Button onClick={add} disabled={code.trim() === ''}>
          {words.add}
        </Button>
      </div>
    </fieldset>
  )
}

interface CodeFieldProps {
  readonly kind: (typeof KINDS)[number]
  readonly value: string
  readonly onChange: (code: string) => void
  readonly onEnter: () => void
}

const MOST_KNOWN = 100

/** Groups are chosen among those that there are; an SKU is typed. */
function CodeField({ kind, value, onChange, onEnter }: CodeFieldProps) {
  const groupKind = kind === 'SKU' ? undefined : kind
  const groups = useRead(
    ['groups', 'names', groupKind],
    (client, options) =>
      client.productGroups.list({ size: MOST_KNOWN, ...(groupKind && { kind: groupKind }) }, options),
    { isEnabled: groupKind !== undefined },
  )
  if (groupKind !== undefined && groups.data && groups.data.content.length > 0) {
    return (
      <SelectField
        label={words.code}
        value={value}
        options={[
          ['', words.choose],
          ...groups.data.content.map((group) => [group.code, group.name] as const),
        ]}
        onChange={onChange}
      />
    )
  }
  return (
    <TextField
      label={words.code}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}
