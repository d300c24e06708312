import styles from './chart.module.css'
import type { Plot } from './drawing.tsx'
import { labelEvery } from './scale.ts'

export interface AxisProps {
  readonly plot: Plot
  readonly scale: { readonly from: number; readonly to: number; readonly step: number }
  readonly labels: readonly string[]
  readonly show: (value: number) => string
}

const LEAST_HALF = 16
const HALF_A_LETTER = 3.3
const BETWEEN = 10

/** Lines and their values behind the marks, and names below them. */
export function Axis({ plot, scale, labels, show }: AxisProps) {
  const { from, to, step } = scale
  const lines = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)
  const half = Math.max(LEAST_HALF, HALF_A_LETTER * Math.max(0, ...labels.map(({ length }) => length)))
  const every = labelEvery(labels.length, plot.width - plot.start - plot.end, 2 * half + BETWEEN)
  const place = (at: number) => Math.max(half, Math.min(plot.middle(at), plot.width - half))
  // The last one is moved to the inside, unless it would then stand on the one before.
  const isShown = (at: number) =>
    at % every === 0 && (at === 0 || place(at) - plot.middle(at - every) > 2 * half + BETWEEN / 4)
  return (
    <>
      {lines.map((value) => (
        <g key={value}>
          <line
            x1={plot.start}
            x2={plot.width - plot.end}
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
        isShown(at) ? (
          <text key={label} x={place(at)} y={plot.height - 6} textAnchor="middle" className={styles.label}>
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}
