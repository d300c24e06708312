import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { Rows } from '../../kit/rows.tsx'
import { texts, wordFor } from '../texts.ts'
import type { ImportKind } from './kinds.ts'
import type { Mapping } from './rows/fields.ts'
import type { ReadLine } from './rows/read-rows.ts'
import type { Value } from './rows/read-values.ts'
import { words } from './texts.ts'

export const MOST_SHOWN = 20

export interface FirstRowsProps {
  readonly kind: ImportKind
  readonly mapping: Mapping
  readonly lines: readonly ReadLine[]
  /** By the number of its row: what is wrong with it. */
  readonly bad?: ReadonlyMap<number, string>
}

/** The first rows of the file as they will be. */
export function FirstRows({ kind, mapping, lines, bad }: FirstRowsProps) {
  const shown = kind.fields.filter(({ name }) => mapping[name] !== undefined)
  const head = [words.row, ...shown.map(({ name }) => wordFor(words.fields, name)), words.state]
  return (
    <Card title={words.firstRows}>
      <Rows
        label={words.firstRows}
        isWide
        head={head}
        texts={head.map((_, place) => place)}
        rows={lines.slice(0, MOST_SHOWN).map(({ line, values }) => ({
          key: String(line.number),
          cells: [
            String(line.number),
            ...shown.map(({ name }) => shownValue(values?.get(name))),
            <State
              key="state"
              error={values ? bad?.get(line.number) : words.broken}
              isTried={bad !== undefined}
            />,
          ],
        }))}
      />
    </Card>
  )
}

function State({ error, isTried }: { readonly error: string | undefined; readonly isTried: boolean }) {
  if (error === undefined) {
    if (!isTried) return null
    return (
      <Badge tone="positive" icon="check">
        {words.good}
      </Badge>
    )
  }
  return (
    <>
      <Badge tone="negative" icon="alert">
        {words.bad}
      </Badge>{' '}
      {error}
    </>
  )
}

function shownValue(value: Value | undefined): string {
  if (value === undefined) return texts.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return typeof value === 'string' ? value : value.join(', ')
}
