import { useId } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icon.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { wordFor } from '../texts.ts'
import view from '../view.module.css'
import styles from './imports.module.css'
import type { ImportKind } from './kinds.ts'
import type { PickProblem } from './picked.ts'
import { tableToFix } from './table/write-table.ts'
import { words } from './texts.ts'

export interface ChooseFileProps {
  readonly kind: ImportKind
  readonly problem: PickProblem | undefined
  /** The name of the file that is being read. */
  readonly reading: string | undefined
  readonly onChoose: (file: File) => void
}

/** Picked or dropped: the place for files is the whole of the area. */
export function ChooseFile({ kind, problem, reading, onChoose }: ChooseFileProps) {
  const id = useId()
  const fields = kind.fields.map(({ name }) => wordFor(words.fields, name))
  return (
    <Card
      title={words.steps.CHOOSE}
      aside={
        <Button icon="download" onClick={() => saveFile(`${kind.name}.csv`, 'text/csv', template(kind))}>
          {words.template}
        </Button>
      }
    >
      <div className={styles.drop}>
        <Icon name="download" size={24} />
        <label htmlFor={id}>{reading === undefined ? words.choose : words.reading(reading)}</label>
        <p className={view.note}>{words.chooseMeans}</p>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            // So that the same file can be picked again after it was put right.
            target.value = ''
            if (file) onChoose(file)
          }}
        />
      </div>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={styles.bad}>
          <Icon name="alert" size={14} />
          {told(problem)}
        </p>
      )}
      <p className={view.note}>{words.knownColumns(fields.join(', '))}</p>
      <p className={view.note}>{words.knownBy[kind.name]}</p>
    </Card>
  )
}

function told(problem: PickProblem): string {
  if (problem.problem === 'QUOTES') return words.problems.QUOTES(problem.line)
  if (problem.problem === 'TOO_LONG') return words.problems.TOO_LONG(problem.rows)
  return words.problems[problem.problem]
}

/** The headings alone, under which every column is known. */
function template({ fields }: ImportKind): string {
  const headings = fields.map(({ name }) => name)
  return tableToFix({ delimiter: ',', headings, lines: [] }, []).replace(/,error\r\n$/, '\r\n')
}
