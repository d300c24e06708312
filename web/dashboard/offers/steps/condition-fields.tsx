import { ChipsField, FieldRow, SelectField, TextField } from '../../../kit/field.tsx'
import { useNames } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { type Condition, type ConditionOf, typed } from '../draft.ts'
import { ProductFields } from './product-fields.tsx'
import { WordsField } from './words-field.tsx'

const words = texts.editor.conditions

export interface ConditionFieldsProps<Shown extends Condition> {
  readonly condition: Shown
  readonly onChange: (condition: Condition) => void
}

/** What one condition asks for. Kinds that are not written here stay as they were made. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps<Condition>) {
  switch (condition.kind) {
    case 'AMOUNT':
      return <AmountFields condition={condition} onChange={onChange} />
    case 'PRODUCTS':
      return <ProductFields condition={condition} onChange={onChange} />
    case 'ORGANISATIONS':
      return <PlaceFields condition={condition} onChange={onChange} />
    case 'TIMINGS':
      return <TimingFields condition={condition} onChange={onChange} />
    case 'SEGMENTS':
      return <SegmentFields condition={condition} onChange={onChange} />
    case 'CHANNELS':
      return (
        <WordsField
          label={words.channels}
          hint={words.commas}
          words={condition.channels}
          onChange={(channels) => onChange({ ...condition, channels })}
        />
      )
    case 'MEMBER_SINCE':
      return (
        <TextField
          label={words.withinDays}
          inputMode="numeric"
          value={typed(condition.within_days)}
          onChange={(days) => onChange({ ...condition, within_days: Number(days) || undefined })}
        />
      )
    case 'LOTTERY':
      return (
        <TextField
          label={words.oneIn}
          inputMode="numeric"
          value={typed(condition.one_in)}
          onChange={(one) => onChange({ ...condition, one_in: Number(one) })}
        />
      )
    case 'OCCASION':
      return <OccasionFields condition={condition} onChange={onChange} />
    default:
      return <p>{words.kept}</p>
  }
}

function AmountFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'AMOUNT'>>) {
  const { currency } = useNames()
  const set = (part: Omit<ConditionOf<'AMOUNT'>, 'kind'>) => onChange({ ...condition, ...part })
  return (
    <FieldRow>
      <TextField
        label={words.atLeast}
        inputMode="decimal"
        unit={currency}
        value={typed(condition.minimum)}
        onChange={(minimum) => set({ minimum: minimum || undefined })}
      />
      <TextField
        label={words.atMost}
        inputMode="decimal"
        unit={currency}
        value={typed(condition.maximum)}
        onChange={(maximum) => set({ maximum: maximum || undefined })}
      />
    </FieldRow>
  )
}

function PlaceFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'ORGANISATIONS'>>) {
  const { organisations } = useNames()
  const chosen = condition.organisations.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const open = organisations.filter(({ type, id }) => type !== 'BUSINESS' && !chosen.includes(id))
  const set = (ids: readonly string[]) => onChange({ ...condition, organisations: ids.map((id) => ({ id })) })
  return (
    <>
      {chosen.length > 0 && (
        <ChipsField
          label={words.places}
          chosen={chosen}
          options={organisations.filter(({ id }) => chosen.includes(id)).map(({ id, name }) => [id, name])}
          onChange={set}
        />
      )}
      <SelectField
        label={words.addPlace}
        value=""
        options={[['', words.choose], ...open.map(({ id, name }) => [id, name] as const)]}
        onChange={(id) => id !== '' && set([...chosen, id])}
      />
    </>
  )
}

// The API begins the week with Sunday as 1; people read it from Monday.
const DAYS = [2, 3, 4, 5, 6, 7, 1] as const

function TimingFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'TIMINGS'>>) {
  const [timing = {}, ...others] = condition.timings
  const set = (part: typeof timing) =>
    onChange({ ...condition, timings: [{ ...timing, ...part }, ...others] })
  return (
    <>
      <ChipsField
        label={words.days}
        options={DAYS.map((day) => [String(day), words.dayNames[day]])}
        chosen={(timing.days ?? []).map(String)}
        onChange={(days) => set({ days: days.length === 0 ? undefined : days.map(Number).toSorted() })}
      />
      <FieldRow>
        <TextField
          label={words.from}
          type="time"
          value={timing.start_time?.slice(0, 5) ?? ''}
          onChange={(time) => set({ start_time: time || undefined })}
        />
        <TextField
          label={words.until}
          type="time"
          value={timing.end_time?.slice(0, 5) ?? ''}
          onChange={(time) => set({ end_time: time || undefined })}
        />
      </FieldRow>
      {others.length > 0 && <p>{words.moreTimings(others.length)}</p>}
    </>
  )
}

function SegmentFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'SEGMENTS'>>) {
  const set = (name: 'any_of' | 'none_of', names: readonly string[]) =>
    onChange({ ...condition, [name]: names.length === 0 ? undefined : names })
  return (
    <FieldRow>
      <WordsField
        label={words.anyOf}
        hint={words.commas}
        words={condition.any_of}
        onChange={(names) => set('any_of', names)}
      />
      <WordsField
        label={words.noneOf}
        words={condition.none_of}
        onChange={(names) => set('none_of', names)}
      />
    </FieldRow>
  )
}

const DURING = ['DAY', 'WEEK', 'MONTH'] as const

function OccasionFields({ condition, onChange }: ConditionFieldsProps<ConditionOf<'OCCASION'>>) {
  return (
    <FieldRow>
      <SelectField
        label={words.occasion}
        value={condition.occasion}
        options={Object.entries(words.occasions)}
        onChange={(value) =>
          onChange({ ...condition, occasion: value === 'NAME_DAY' ? 'NAME_DAY' : 'BIRTHDAY' })
        }
      />
      <SelectField
        label={words.during}
        value={condition.during ?? 'DAY'}
        options={Object.entries(words.durings)}
        onChange={(value) => onChange({ ...condition, during: DURING.find((each) => each === value) })}
      />
    </FieldRow>
  )
}
