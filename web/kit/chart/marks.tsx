import styles from './chart.module.css'
import type { Series } from './chart.tsx'
import type { Plot } from './drawing.tsx'

/** Each series has its own pattern beside its colour. */
export function Patterns({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <pattern
          key={index}
          id={`${id}-${index}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${45 * index})`}
        >
          <rect width="6" height="6" className={styles.fill} data-series={index} />
          {index > 0 && <rect width="1.5" height="6" className={styles.stripe} />}
        </pattern>
      ))}
    </defs>
  )
}

interface MarksProps {
  readonly id: string
  readonly plot: Plot
  readonly series: readonly Series[]
}

export function Bars({ id, plot, series }: MarksProps) {
  const width = Math.max(1, Math.min(48, plot.slot * 0.72))
  const below = new Map<number, number>()
  return series.map(({ name, values }, index) => (
    <g key={name}>
      {values.map((value, at) => {
        const from = below.get(at) ?? 0
        if (value > 0) below.set(at, from + value)
        const [top, bottom] = value >= 0 ? [from + value, from] : [0, value]
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
            key={at}
            x={plot.middle(at) - width / 2}
            width={width}
            y={plot.y(top)}
            height={Math.max(0, plot.y(bottom) - plot.y(top))}
            fill={`url(#${id}-${index})`}
          />
        )
      })}
    </g>
  ))
}

export function Lines({ id, plot, series, isFilled }: MarksProps & { readonly isFilled: boolean }) {
  const below: number[] = []
  const ends = series.map(({ values }) => plot.y(values.at(-1) ?? 0))
  // Two curves that end together would have their names on top of each other: the legend names them.
  const isApart = (index: number) =>
    ends.every((end, at) => at === index || Math.abs(end - (ends[index] ?? 0)) >= LETTERS_HIGH)
  return series.map(({ name, values }, index) => {
    const lower = values.map((_, at) => (isFilled ? (below[at] ?? 0) : 0))
    const upper = values.map((value, at) => value + (lower[at] ?? 0))
    if (isFilled) below.splice(0, below.length, ...upper)
    const forth = upper.map((value, at) => `${plot.middle(at)},${plot.y(value)}`)
    const back = lower.map((value, at) => `${plot.middle(at)},${plot.y(value)}`).reverse()
    return (
      <g key={name}>
        {isFilled && (
          <polygon
            points={[...forth, ...back].join(' ')}
            fill={`url(#${id}-${index})`}
            className={styles.area}
          />
        )}
        <polyline points={forth.join(' ')} className={styles.curve} data-series={index} />
        {/* There is no line of one point. */}
        {upper.map(
          (value, at) =>
            upper.length === 1 && (
              <circle
                key={name}
                cx={plot.middle(at)}
                cy={plot.y(value)}
                r={4}
                className={styles.dot}
                data-series={index}
              />
            ),
        )}
        {series.length > 1 && (isFilled || isApart(index)) && (
          <EndName name={name} plot={plot} upper={upper} lower={isFilled ? lower : upper} />
        )}
      </g>
    )
  })
}

const LETTERS_HIGH = 14

interface EndNameProps {
  readonly name: string
  readonly plot: Plot
  readonly upper: readonly number[]
  readonly lower: readonly number[]
}

/** Names a curve where it ends, so that nobody has to match colours; an area too thin for letters is named by the legend alone. */
function EndName({ name, plot, upper, lower }: EndNameProps) {
  const at = upper.length - 1
  const [top, bottom] = [plot.y(upper[at] ?? 0), plot.y(lower[at] ?? 0)]
  const isArea = top !== bottom
  if (isArea && bottom - top < LETTERS_HIGH) return null
  return (
    <text
      x={plot.middle(at) - 6}
      y={isArea ? (top + bottom) / 2 + 4 : Math.max(top - 6, LETTERS_HIGH)}
      textAnchor="end"
      className={styles.endName}
    >
      {name}
    </text>
  )
}
