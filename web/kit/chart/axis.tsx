import styles from './chart.module.css'
import type { Plot } from './drawing.tsx'
import { labelEvery } from './scale.ts'

export interface AxisProps {
  readonly plot: Plot
  readonly scale: { readonly from: number; readonly to: number; readonly step: number }
  readonly labels: readonly string[]
  readonly show: (value: number) => string
}

const HALF_A_LABEL = 28

/** Lines and their values behind the marks, and names below them. */
export function Axis({ plot, scale, labels, show }: AxisProps) {
  const { from, to, step } = scale
  const lines = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)
  const every = labelEvery(labels.length, plot.width - plot.start)
  return (
    <>
      {lines.map((value) => (
        <g key={value}>
          <line
            x1={plot.start}
            x2={plot.width}
            y1={plot.y(value)}
            y2={plot.y(value)}
            className={value === 0 ? styles.zero : styles.line}
          />
          <text x={plot.start - 8} y={plot.y(value) + 4} textAnchor="end" className={styles.label}>
            {show(value)}
          </text>
        </g>
      ))}
      {labels.map((label, at) =>
        at % every === 0 ? (
          <text
            key={label}
            x={plot.middle(at)}
            y={plot.height - 6}
            textAnchor={plot.width - plot.middle(at) < HALF_A_LABEL ? 'end' : 'middle'}
            className={styles.label}
          >
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}
