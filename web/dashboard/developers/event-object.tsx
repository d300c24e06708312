import { Id } from '../../kit/id.tsx'
import { type View, viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { texts } from '../texts.ts'

/** What an event happened to: a link where the dashboard has a page of it, its id otherwise. */
export function EventObject({ type, id }: { readonly type: string; readonly id: string }) {
  const view = pageOf(type)
  if (view === undefined) return <Id value={id} of={texts.events.object} />
  return <Link to={viewOf(view, { id })}>{`${texts.events.objects[view]} · ${id.slice(-8)}`}</Link>
}

function pageOf(type: string): Extract<View, 'contacts' | 'purchases'> | undefined {
  // Nobody is left to be looked at.
  if (type === 'contact.erased') return undefined
  if (type === 'scheme.joined' || type.startsWith('contact.')) return 'contacts'
  return type.startsWith('purchase.') ? 'purchases' : undefined
}
