import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FieldRow, SelectField } from '../../kit/field.tsx'
import { wordFor } from '../texts.ts'
import view from '../view.module.css'
import { FirstRows, MOST_SHOWN } from './first-rows.tsx'
import styles from './imports.module.css'
import type { ImportKind } from './kinds.ts'
import type { Matched } from './picked.ts'
import type { Mapping } from './rows/fields.ts'
import { decimalMarkIn, readLine } from './rows/read-rows.ts'
import { ENCODINGS } from './table/decode-file.ts'
import { ERROR_HEADING } from './table/write-table.ts'
import { words } from './texts.ts'
import type { Import } from './use-import.ts'

const NONE = ''

export interface MatchColumnsProps {
  readonly kind: ImportKind
  readonly steps: Import
  readonly matched: Matched
}

/** What each column stands for, and the first rows as they are understood by that. */
export function MatchColumns({ kind, steps, matched }: MatchColumnsProps) {
  const { file, mapping, decimalMark } = matched
  const { table } = file
  const isKnown = kind.knownBy.some((name) => mapping[name] !== undefined)
  const setMapping = (next: Mapping) =>
    steps.match({ mapping: next, decimalMark: decimalMarkIn(table, kind.fields, next) })
  const how = { fields: kind.fields, mapping, reading: { decimalMark } }
  const isRead = new Set(Object.values(mapping))
  const unread = table.headings.filter(
    (heading, place) => !isRead.has(place) && heading !== ERROR_HEADING && heading !== '',
  )
  return (
    <>
      <Card title={words.steps.MATCH}>
        <p className={view.lead}>{words.fileRead(file.name, table.lines.length)}</p>
        <FieldRow>
          {kind.fields.map(({ name }) => (
            <SelectField
              key={name}
              label={wordFor(words.fields, name)}
              value={String(mapping[name] ?? NONE)}
              onChange={(chosen) => setMapping(chosenIn(mapping, name, chosen))}
              options={[
                [NONE, words.noColumn],
                ...table.headings.map((heading, place): [string, string] => [
                  String(place),
                  heading === '' ? words.column(place + 1) : heading,
                ]),
              ]}
            />
          ))}
        </FieldRow>
        <FieldRow>
          <SelectField
            label={words.encoding}
            value={file.encoding}
            onChange={(chosen) => {
              const encoding = ENCODINGS.find((each) => each === chosen)
              if (encoding) void steps.readAs(encoding)
            }}
            options={ENCODINGS.map((each) => [each, words.encodings[each]])}
          />
          {kind.fields.some(({ isAmount }) => isAmount) && (
            <SelectField
              label={words.decimals}
              value={decimalMark}
              onChange={(chosen) => steps.match({ decimalMark: chosen === ',' ? ',' : '.' })}
              options={[
                ['.', '1.50'],
                [',', '1,50'],
              ]}
            />
          )}
        </FieldRow>
        {unread.length > 0 && <p className={view.note}>{words.unread(unread.join(', '))}</p>}
        {!isKnown && (
          <p role="alert" className={styles.bad}>
            {words.knownBy[kind.name]}
          </p>
        )}
        <div className={styles.acts}>
          <Button kind="primary" disabled={!isKnown} onClick={() => steps.start(true)}>
            {words.tryIt}
          </Button>
          <Button onClick={steps.anew}>{words.otherFile}</Button>
          <span className={view.note}>{words.tryItMeans}</span>
        </div>
      </Card>
      <FirstRows
        kind={kind}
        mapping={mapping}
        lines={table.lines.slice(0, MOST_SHOWN).map((line) => readLine(table, line, how))}
      />
    </>
  )
}

function chosenIn(mapping: Mapping, field: string, chosen: string): Mapping {
  const { [field]: _, ...others } = mapping
  return chosen === NONE ? others : { ...others, [field]: Number(chosen) }
}
