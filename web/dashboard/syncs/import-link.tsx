import type { ReactNode } from 'react'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import type { texts } from '../texts.ts'

/** What can be brought in from a file. */
export const IMPORTED = [
  'products',
  'contacts',
] as const satisfies readonly (keyof typeof texts.syncs.imports)[]
export type Imported = (typeof IMPORTED)[number]

/** Under which part of the view its import stands. */
export function tabOf(name: Imported): string {
  return `import-${name}`
}

export interface ImportLinkProps {
  readonly name: Imported
  readonly onFollow?: () => void
  readonly children: ReactNode
}

/** The way to the import of a file. */
export function ImportLink({ name, onFollow, children }: ImportLinkProps) {
  return (
    <Link to={viewOf('syncs', { tab: tabOf(name) })} {...(onFollow && { onFollow })}>
      {children}
    </Link>
  )
}
