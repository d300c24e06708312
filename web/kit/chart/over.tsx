import styles from './chart.module.css'
import type { Over } from './chart.tsx'
import type { Plot } from './drawing.tsx'
import { niceScale } from './scale.ts'

const DIGIT = 7

/** How high the line stands, and how much room its figures need at the end. */
export function scaleOf({ values, show }: Over) {
  const scale = niceScale(
    values.filter((value) => value !== undefined),
    true,
  )
  return { ...scale, room: 12 + DIGIT * show(scale.to).length }
}

export function overText({ values, show }: Over, at: number): string | undefined {
  const value = values[at]
  return value === undefined ? undefined : show(value)
}

interface LineOverProps {
  readonly over: Over
  readonly plot: Plot
  readonly index: number
}

/** A line over bars, of another measure, with its own figures at the end. A point without a value is a gap. */
export function LineOver({ over, plot, index }: LineOverProps) {
  const { values, show } = over
  const { from, to, step } = scaleOf(over)
  const low = plot.y(plot.from)
  const high = plot.y(plot.to)
  const y = (value: number) => low + ((value - from) / (to - from)) * (high - low)
  const marks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step)
  return (
    <g>
      {runsOf(values).map((run) => (
        <polyline
          key={run[0]?.at}
          points={run.map(({ at, value }) => `${plot.middle(at)},${y(value)}`).join(' ')}
          className={styles.curve}
          data-series={index}
        />
      ))}
      {values.map((value, at) =>
        value === undefined ? null : (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
            key={at}
            cx={plot.middle(at)}
            cy={y(value)}
            r={3}
            className={styles.dot}
            data-series={index}
          />
        ),
      )}
      {marks.map((mark) => (
        <text key={mark} x={plot.width - plot.end + 8} y={y(mark) + 4} className={styles.label}>
          {show(mark)}
        </text>
      ))}
    </g>
  )
}

interface Point {
  readonly at: number
  readonly value: number
}

function runsOf(values: Over['values']): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]]
  values.forEach((value, at) => {
    if (value === undefined) runs.push([])
    else runs.at(-1)?.push({ at, value })
  })
  return runs.filter((run) => run.length > 1)
}
