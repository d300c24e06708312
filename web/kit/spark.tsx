import styles from './spark.module.css'

const WIDTH = 96
const HEIGHT = 28

/** The way of a figure in a few pixels, as wide as there is room; what it says stands beside it in words. */
export function Spark({ values }: { readonly values: readonly number[] }) {
  if (values.every((value) => value === 0)) return null
  const highest = Math.max(...values, 0)
  const lowest = Math.min(...values, 0)
  const span = highest - lowest || 1
  const step = WIDTH / Math.max(1, values.length - 1)
  const points = values.map((value, at) => `${at * step},${2 + (HEIGHT - 4) * (1 - (value - lowest) / span)}`)
  return (
    <svg
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={styles.spark}
    >
      <polyline points={points.join(' ')} />
    </svg>
  )
}
