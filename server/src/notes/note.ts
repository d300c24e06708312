import type { Actor } from '../kit/actor.ts'

/** Somebody of the back office, or a key, as they were called when they wrote. */
export interface Author {
  readonly kind: 'KEY' | 'USER'
  readonly id: string
  readonly name: string
}

/** What somebody wrote down about a contact, for whoever looks after them next. It never changes. */
export interface Note {
  readonly id: string
  readonly contact: string
  readonly text: string
  readonly by: Author
  readonly createdAt: Date
}

export const LONGEST_NOTE = 2_000
/** Of one contact. */
export const MOST_NOTES = 200

/** Their own; of others, who answers for the staff: whoever wrote it may have left. */
export function mayRemove({ by, scopes }: Pick<Actor, 'by' | 'scopes'>, note: Pick<Note, 'by'>): boolean {
  if (scopes.has('*') || scopes.has('users:write')) return true
  return kindOf(by) === note.by.kind && 'id' in by && by.id === note.by.id
}

export function kindOf({ kind }: Actor['by']): Author['kind'] | undefined {
  if (kind === 'user') return 'USER'
  return kind === 'key' ? 'KEY' : undefined
}
