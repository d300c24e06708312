import { Person } from '../../kit/person.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { useContact } from '../queries.ts'

/** Whom it is about, of whom only the id is told; leads to them. */
export function ContactName({ id, code, isName = false }: ContactNameProps) {
  const { data = { code: code ?? id.slice(-8) } } = useContact(id)
  return (
    <Link to={viewOf('contacts', { id })}>
      <Person of={data} isName={isName} />
    </Link>
  )
}

interface ContactNameProps {
  readonly id: string
  readonly code?: string
  /** Where there is room for the name only. */
  readonly isName?: boolean
}

/** Whom it is about, as a record of theirs tells them. */
export function ContactLink({ of }: { readonly of: ToldContact }) {
  return (
    <Link to={viewOf('contacts', { id: of.id })}>
      <Person of={of} />
    </Link>
  )
}

interface ToldContact {
  readonly id: string
  readonly code: string
  readonly name: string | null
}
