import styles from './announcement.module.css'

/** Tells those who hear the page what changed in it, at the next pause. It must be there before its text changes. */
export function Announcement({ children }: { readonly children: string }) {
  return (
    <span role="status" className={styles.heard}>
      {children}
    </span>
  )
}

/** Text that is heard and not seen, where what is seen says it already. */
export function Heard({ children }: { readonly children: string }) {
  return <span className={styles.heard}>{children}</span>
}
