import { ChipsField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { texts } from '../../texts.ts'
import type { Draft } from '../draft.ts'
import styles from '../editor.module.css'
import { usePassPlanNames, useSchemeNames } from '../names.ts'
import { WordsField } from '../steps/words-field.tsx'
import type { Basket, Customer, Place, RuleBook } from './basket.ts'

const words = texts.tryBasket

export interface CircumstancesProps {
  readonly basket: Basket
  readonly places: readonly Place[]
  readonly book: RuleBook
  readonly draft: Draft
  readonly onChange: (part: Partial<Basket>) => void
}

/** Where and when, and who buys: what offers look at besides the goods. */
export function Circumstances({ basket, places, book, draft, onChange }: CircumstancesProps) {
  const hasLottery = (draft.conditions ?? []).some(({ kind }) => kind === 'LOTTERY')
  return (
    <>
      <FieldRow>
        <SelectField
          label={words.place}
          value={basket.place}
          options={places.map(({ id, name }) => [id, name])}
          onChange={(place) => onChange({ place })}
        />
        <TextField label={words.day} type="date" value={basket.day} onChange={(day) => onChange({ day })} />
        <TextField
          label={words.time}
          hint={words.timeHint(places.find(({ id }) => id === basket.place)?.zone ?? '')}
          type="time"
          value={basket.time}
          onChange={(time) => onChange({ time })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={words.before}
          hint={words.beforeHint}
          inputMode="numeric"
          value={basket.before}
          onChange={(before) => onChange({ before })}
        />
        {hasLottery && (
          <SelectField
            label={words.draw}
            value={basket.draw}
            options={Object.entries(words.draws)}
            onChange={(value) => onChange({ draw: value === 'WINS' || value === 'LOSES' ? value : 'NONE' })}
          />
        )}
      </FieldRow>
      <details className={styles.more}>
        <summary>{words.customer}</summary>
        <div>
          <CustomerFields
            customer={basket.customer}
            book={book}
            onChange={(customer) => onChange({ customer })}
          />
        </div>
      </details>
      <details className={styles.more}>
        <summary>{words.payment}</summary>
        <div>
          <PaymentFields basket={basket} onChange={onChange} />
        </div>
      </details>
    </>
  )
}

interface CustomerFieldsProps {
  readonly customer: Customer
  readonly book: RuleBook
  readonly onChange: (customer: Customer) => void
}

function CustomerFields({ customer, book, onChange }: CustomerFieldsProps) {
  const schemes = useSchemeNames()
  const set = (part: Partial<Customer>) => onChange({ ...customer, ...part })
  return (
    <>
      {customer.name !== '' && <p>{words.isCustomer(customer.name)}</p>}
      <FieldRow>
        <TextField
          label={words.since}
          type="date"
          value={customer.since}
          onChange={(since) => set({ since })}
        />
        <TextField
          label={words.birthday}
          type="date"
          value={customer.birthday}
          onChange={(birthday) => set({ birthday })}
        />
        <TextField
          label={words.nameDay}
          placeholder="05-21"
          value={customer.nameDay}
          onChange={(nameDay) => set({ nameDay })}
        />
      </FieldRow>
      <WordsField
        key={customer.id}
        label={words.segments}
        hint={texts.editor.conditions.commas}
        words={customer.segments}
        onChange={(segments) => set({ segments })}
      />
      {schemes.length > 0 && (
        <ChipsField
          label={words.schemes}
          options={schemes.map(({ id, name }) => [id, name])}
          chosen={customer.schemes}
          onChange={(chosen) => set({ schemes: chosen })}
        />
      )}
      {book.tiers && (
        <TextField
          label={words.spent}
          hint={words.spentHint}
          inputMode="decimal"
          unit={book.currency}
          value={customer.spent}
          onChange={(spent) => set({ spent })}
        />
      )}
    </>
  )
}

function PaymentFields({ basket, onChange }: Pick<CircumstancesProps, 'basket' | 'onChange'>) {
  const plans = usePassPlanNames()
  return (
    <>
      <FieldRow>
        <TextField
          label={words.channel}
          value={basket.channel}
          onChange={(channel) => onChange({ channel })}
        />
        <WordsField
          label={words.tenders}
          words={basket.tenders}
          onChange={(tenders) => onChange({ tenders })}
        />
        <TextField
          label={words.card}
          inputMode="numeric"
          value={basket.card}
          onChange={(card) => onChange({ card })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={words.classification}
          value={basket.classification}
          onChange={(classification) => onChange({ classification })}
        />
        <SelectField
          label={words.pass}
          value={basket.passPlan}
          options={[['', words.noPass], ...plans.map(({ id, name }) => [id, name] as const)]}
          onChange={(passPlan) => onChange({ passPlan })}
        />
      </FieldRow>
    </>
  )
}
