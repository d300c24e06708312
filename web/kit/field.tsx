import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'
import { useFieldProblem } from './field-problems.tsx'
import { Icon } from './icon.tsx'

interface About {
  readonly label: string
  /** What the API calls it: what is wrong with it is then shown here. */
  readonly name?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

interface Named {
  readonly id: string
  readonly name: string | undefined
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A named place to fill in, with what is wrong with it beside it. */
export function Field({
  label,
  name,
  hint,
  error: told,
  children,
}: About & { readonly children: (named: Named) => ReactNode }) {
  const id = useId()
  const found = useFieldProblem(name)
  const error = told ?? found
  const describes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        'aria-describedby': describes || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={14} />
          {error}
        </p>
      )}
    </div>
  )
}

type Entered = About & { readonly value: string; readonly onChange: (value: string) => void }

export interface TextFieldProps
  extends Entered,
    Omit<ComponentProps<'input'>, 'name' | 'value' | 'onChange' | 'className'> {
  /** Stands at the end of the place, such as a currency. */
  readonly unit?: string | undefined
}

export function TextField({ label, name, hint, error, value, onChange, unit, ...rest }: TextFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(named) => (
        <span className={styles.place}>
          <input {...rest} {...named} value={value} onChange={(event) => onChange(event.target.value)} />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

export function TextArea({
  label,
  name,
  hint,
  error,
  value,
  onChange,
  rows = 3,
}: Entered & { readonly rows?: number }) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(named) => (
        <span className={styles.place}>
          <textarea {...named} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />
        </span>
      )}
    </Field>
  )
}

export type Option = readonly [value: string, name: string]

export function SelectField({
  label,
  name,
  hint,
  error,
  value,
  onChange,
  options,
}: Entered & { readonly options: readonly Option[] }) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(named) => (
        <span className={styles.place}>
          <select {...named} value={value} onChange={(event) => onChange(event.target.value)}>
            {options.map(([option, name]) => (
              <option key={option} value={option}>
                {name}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  )
}

export interface CheckFieldProps {
  readonly label: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function CheckField({ label, isChecked, onChange }: CheckFieldProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}

/** Several of a few, as a row of switches. */
export function ChipsField({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const turn = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  return (
    <fieldset className={styles.chips}>
      <legend>{label}</legend>
      {options.map(([value, name]) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => turn(value)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

/** Fields beside each other where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
