import { useState } from 'react'
import { Button } from '../button.tsx'
import { saveFile } from '../save-file.ts'
import { type KitWords, useWords } from '../words.ts'
import styles from './chart.module.css'
import { ChartTable } from './chart-table.tsx'
import { Drawing, valuesAt } from './drawing.tsx'
import { csvOf } from './scale.ts'

export interface Series {
  readonly name: string
  readonly values: readonly number[]
}

/** A line over bars that measures something else, such as how long it took beside how often. */
export interface Over {
  readonly name: string
  /** undefined: there is nothing to measure. */
  readonly values: readonly (number | undefined)[]
  readonly show: (value: number) => string
}

export interface ChartProps {
  readonly title: string
  /** One sentence that says what is to be seen. */
  readonly summary: string
  readonly kind: 'bars' | 'lines' | 'area'
  /** What the points stand for, such as days. */
  readonly labels: readonly string[]
  /** The same, shorter, for the foot of the drawing. */
  readonly feet?: readonly string[]
  readonly labelsName: string
  readonly series: readonly Series[]
  readonly over?: Over
  readonly show: (value: number) => string
  /** Counts have no halves. */
  readonly isCount?: boolean
  readonly height?: number
}

/** A drawing with its sentence and its twin as a table; both are the same figures, and so is the file. */
export function Chart(props: ChartProps) {
  const { title, summary, labels, labelsName, series, over } = props
  const [isTable, setTable] = useState(false)
  const [at, setAt] = useState<number>()
  const words = useWords()
  const save = () => {
    const head = [labelsName, ...series.map(({ name }) => name), ...(over ? [over.name] : [])]
    const rows = labels.map((label, at) => [
      label,
      ...series.map(({ values }) => values[at] ?? 0),
      ...(over ? [over.values[at] ?? ''] : []),
    ])
    saveFile(`${title}.csv`, 'text/csv', csvOf([head, ...rows]))
  }
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.summary}>
          <span data-covered={at !== undefined || undefined}>{summary}</span>
          {at !== undefined && <span aria-hidden="true">{toldAt(props, at, words)}</span>}
        </span>
        <span className={styles.turns}>
          <Button kind="quiet" onClick={() => setTable(!isTable)}>
            {isTable ? words.showChart : words.showTable}
          </Button>
          <Button kind="quiet" icon="download" onClick={save}>
            {words.downloadCsv}
          </Button>
        </span>
      </figcaption>
      {isTable ? <ChartTable {...props} /> : <Drawing {...props} at={at} onPoint={setAt} />}
    </figure>
  )
}

function toldAt({ labels, series, over, show }: ChartProps, at: number, words: KitWords): string {
  return `${labels[at] ?? ''} · ${valuesAt({ series, over, show, words }, at)}`
}
