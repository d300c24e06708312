import { Button, IconButton } from '../../../kit/button.tsx'
import { CheckField, FieldRow, TextField } from '../../../kit/field.tsx'
import { useSignedIn } from '../../client.ts'
import { texts } from '../../texts.ts'
import { type Basket, type Line, NEW_LINE } from './basket.ts'
import { goodsOf } from './from-purchase.tsx'
import styles from './try.module.css'

const words = texts.tryBasket

interface LinesProps {
  readonly basket: Basket
  readonly currency: string
  readonly onChange: (lines: readonly Line[]) => void
}

/** What is in the basket. */
export function Lines({ basket: { lines }, currency, onChange }: LinesProps) {
  const replace = (at: number, next: readonly Line[]) => onChange(lines.toSpliced(at, 1, ...next))
  return (
    <fieldset className={styles.lines}>
      <legend>{words.basket}</legend>
      <ol>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          <li key={at}>
            <LineFields
              line={line}
              number={at + 1}
              currency={currency}
              onChange={(next) => replace(at, [next])}
            />
            {lines.length > 1 && (
              <IconButton icon="trash" label={words.removeLine(at + 1)} onClick={() => replace(at, [])} />
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button icon="plus" onClick={() => onChange([...lines, NEW_LINE])}>
          {words.addLine}
        </Button>
      </div>
    </fieldset>
  )
}

interface LineFieldsProps {
  readonly line: Line
  readonly number: number
  readonly currency: string
  readonly onChange: (line: Line) => void
}

function LineFields({ line, number, currency, onChange }: LineFieldsProps) {
  const { client } = useSignedIn()
  const lookUp = async () => {
    const found = await goodsOf(client, line.sku.trim()).catch(() => ({}))
    if (Object.keys(found).length > 0) onChange({ ...line, ...found })
  }
  return (
    <div className={styles.line}>
      <FieldRow>
        <TextField
          label={words.sku(number)}
          value={line.sku}
          onBlur={lookUp}
          onChange={(sku) => onChange({ ...line, sku })}
        />
        <TextField
          label={words.pieces(number)}
          inputMode="decimal"
          value={line.pieces}
          onChange={(pieces) => onChange({ ...line, pieces })}
        />
        <TextField
          label={words.amount(number)}
          inputMode="decimal"
          unit={currency}
          value={line.amount}
          onChange={(amount) => onChange({ ...line, amount, net: undefined })}
        />
      </FieldRow>
      <details>
        <summary>{words.goods(goodsText(line))}</summary>
        <FieldRow>
          <TextField
            label={words.family(number)}
            value={line.family}
            onChange={(family) => onChange({ ...line, family })}
          />
          <TextField
            label={words.brand(number)}
            value={line.brand}
            onChange={(brand) => onChange({ ...line, brand })}
          />
          <TextField
            label={words.type(number)}
            value={line.type}
            onChange={(type) => onChange({ ...line, type })}
          />
        </FieldRow>
        <CheckField
          label={words.earns(number)}
          isChecked={line.earns}
          onChange={(earns) => onChange({ ...line, earns })}
        />
      </details>
    </div>
  )
}

function goodsText({ family, brand, type }: Line): string {
  return [family, brand, type].filter((name) => name !== '').join(', ')
}
