import { useMemo } from 'react'
import { encode } from 'uqr'
import styles from './qr.module.css'

export interface QrProps {
  /** What a reader gets. */
  readonly text: string
  /** What it is for, for those who cannot see it. */
  readonly label: string
  /** How wide it is; as wide as there is room unless given. */
  readonly widthMm?: number | undefined
}

// The standard asks for four modules of quiet around a code.
const QUIET = 4

/** A QR code, dark on light in every theme, because many readers know no other. */
export function Qr({ text, label, widthMm }: QrProps) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg
      className={widthMm === undefined ? styles.code : undefined}
      {...(widthMm === undefined ? {} : { width: `${widthMm}mm`, height: `${widthMm}mm` })}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} className={styles.ground} />
      <path d={path} className={styles.modules} />
    </svg>
  )
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: modules.join('') }
}
