import { useWidth } from '../../../kit/chart/use-width.ts'
import { texts } from '../../texts.ts'
import styles from './calendar.module.css'
import type { DayOfWeek } from './week.ts'

const words = texts.calendar
const ROW = 30
const HEAD = 20
const NAMES = 92
const MINUTES = 1_440

interface DrawingProps {
  readonly week: readonly DayOfWeek[]
  readonly today: string
  readonly names: readonly string[]
}

/** Seven days, each a bar of 24 hours; the table below says the same. */
export function Drawing({ week, today, names }: DrawingProps) {
  const [place, width] = useWidth()
  const x = (minute: number) => NAMES + ((width - NAMES - 8) * minute) / MINUTES
  const step = width < 560 ? 6 : 3
  const hours = Array.from({ length: 24 / step + 1 }, (_, at) => at * step)
  const height = HEAD + ROW * week.length
  return (
    <div ref={place}>
      <svg className={styles.drawing} width={width} height={height} role="img" aria-label={words.drawing}>
        {hours.map((hour) => (
          <g key={hour}>
            <line className={styles.hour} x1={x(hour * 60)} x2={x(hour * 60)} y1={HEAD - 4} y2={height} />
            <text
              className={styles.label}
              x={x(hour * 60)}
              y={12}
              textAnchor={hour === 24 ? 'end' : 'middle'}
            >
              {hour}
            </text>
          </g>
        ))}
        {week.map(({ day, spans, change }, at) => (
          <g key={day} transform={`translate(0 ${HEAD + ROW * at})`}>
            <text className={styles.name} data-today={day === today ? '' : undefined} x={0} y={ROW / 2 + 4}>
              {names[at]}
            </text>
            {spans.map(({ start, end }) => (
              <rect
                key={start}
                className={styles.span}
                x={x(start)}
                y={5}
                width={Math.max(2, x(end) - x(start))}
                height={ROW - 10}
                rx={4}
              />
            ))}
            {change && (
              <rect
                className={styles.change}
                x={x(Math.min(change.before, change.after))}
                y={1}
                width={Math.abs(x(change.after) - x(change.before))}
                height={ROW - 2}
              />
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}
