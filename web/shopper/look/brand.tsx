import styles from './brand.module.css'
import { useBranding } from './branding.ts'

const LARGEST = { height: 40, width: 160 }

/** Whose app it is; nothing, unless the shop wants to be known by a name or a sign of its own. */
export function Brand() {
  const branding = useBranding()
  if (!branding || (branding.display_name === null && branding.logo === null)) return null
  const { logo, shown_name: name } = branding
  return (
    <p className={styles.brand}>
      {logo && <img src={logo.url} alt="" {...fitted(logo)} />}
      <span>{name}</span>
    </p>
  )
}

/** As large as there is room for, so that the page does not move when the picture comes. */
function fitted({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(LARGEST.height / height, LARGEST.width / width)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
