import type { Fit } from './code-fit.ts'
import { code128, modulesOf } from './code128.ts'
import styles from './qr.module.css'

const QUIET = 10
const HIGH_MM = 12

export interface BarsProps {
  readonly text: string
  readonly label: string
  readonly fit: Fit
}

/** A barcode in its true millimetres, dark on light in every theme. */
export function Bars({ text, label, fit }: BarsProps) {
  const widths = code128(text) ?? []
  const size = modulesOf(widths) + 2 * QUIET
  return (
    <svg
      width={`${fit.widthMm}mm`}
      height={`${HIGH_MM}mm`}
      viewBox={`0 0 ${size} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height="1" className={styles.ground} />
      <path d={pathOf(widths)} className={styles.modules} />
    </svg>
  )
}

function pathOf(widths: readonly number[]): string {
  let at = QUIET
  const bars: string[] = []
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) bars.push(`M${at} 0h${width}v1h-${width}z`)
    at += width
  }
  return bars.join('')
}
