import { useEffect, useId } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import type { Address } from '../address.ts'
import { useNames } from '../queries.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import { reachOf } from './scope.ts'
import styles from './venue-scope.module.css'

const words = texts.scope

interface VenueScopeProps {
  readonly address: Address
  readonly onChosen?: () => void
}

/** Which venue is looked at, on every page that is of venues; nothing to choose where there is one. */
export function VenueScope({ address, onChosen }: VenueScopeProps) {
  const { venues } = useNames()
  const id = useId()
  const { scope = '' } = address
  if (venues.length < 2 && scope === '') return null
  const choose = (venue: string) => {
    narrow(address, venue)
    onChosen?.()
  }
  return (
    <span className={styles.scope} data-set={scope !== '' || undefined}>
      <Icon name="store" size={18} />
      <label htmlFor={id} className={styles.label}>
        {words.label}
      </label>
      <select id={id} value={scope} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.all}</option>
        {venues.map((venue) => (
          <option key={venue.id} value={venue.id}>
            {venue.name}
          </option>
        ))}
      </select>
    </span>
  )
}

/** To which venue the dashboard is narrowed, and what of this page is. */
export function ScopeBar({ address }: { readonly address: Address }) {
  const { organisations } = useNames()
  const { scope } = address
  const venue = organisations.find(({ id }) => id === scope)
  // The other mode and another business have other venues.
  const isNowhere = scope !== undefined && organisations.length > 0 && venue === undefined
  useEffect(() => {
    if (isNowhere) go({ ...address, scope: undefined }, { replace: true })
  }, [isNowhere, address])
  if (scope === undefined || venue === undefined) return null
  const reach = reachOf(address)
  return (
    <div className={styles.bar} role="status" data-reach={reach}>
      <Icon name="store" size={18} />
      <span>
        <strong>{words.only(venue.name)}</strong> · {words.reach[reach]}
      </span>
      <Button kind="quiet" onClick={() => narrow(address, '')}>
        {words.clear}
      </Button>
    </div>
  )
}

/** Another venue has other rows: from the first page of them, with nothing opened. */
function narrow(address: Address, venue: string): void {
  const scope = venue === '' ? undefined : venue
  go({ ...address, scope, page: address.id === undefined ? 1 : address.page, open: undefined })
}
