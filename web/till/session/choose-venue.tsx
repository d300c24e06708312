import { useQuery } from '@tanstack/react-query'
import type { Organisation, Tillback } from '@tillback/sdk'
import { useEffect, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Door, DoorField } from '../../kit/door.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { texts } from '../texts.ts'
import styles from './session.module.css'
import { type Venue, venueAsked, venueOf } from './venue.ts'

const words = texts.signIn
const MOST = 100
/** From so many on a list is searched rather than looked through. */
const SEARCHED_FROM = 9

export interface ChooseVenueProps {
  readonly client: Tillback
  readonly onChosen: (venue: Venue) => void
  readonly onSignOut: () => void
}

/** Which of the venues that the key sees this till stands in; the only one there is, or the one of the address, needs no question. */
export function ChooseVenue({ client, onChosen, onSignOut }: ChooseVenueProps) {
  const places = useQuery({ queryKey: ['places'], queryFn: () => placesOf(client) })
  const asked = places.data?.find(({ id }) => id === venueAsked())
  const only = places.data?.length === 1 ? places.data[0] : asked
  useEffect(() => {
    if (only) onChosen(only)
  }, [only, onChosen])
  return (
    <Door title={words.venue} lead={words.venueLead} size="finger">
      <title>{texts.title(undefined, false)}</title>
      <Answer to={places} waiting={<SkeletonLines lines={4} />}>
        {(venues) =>
          venues.length === 0 ? (
            <>
              <p>
                {words.noVenue} <a href="/dashboard/?view=venues">{words.toDashboard}</a>
              </p>
              <Button kind="primary" onClick={() => void places.refetch()}>
                {words.lookAgain}
              </Button>
            </>
          ) : (
            <Venues venues={venues} onChosen={onChosen} />
          )
        }
      </Answer>
      <Button onClick={onSignOut}>{texts.signOut}</Button>
    </Door>
  )
}

function Venues({
  venues,
  onChosen,
}: {
  readonly venues: readonly Venue[]
  readonly onChosen: (venue: Venue) => void
}) {
  const [sought, setSought] = useState('')
  const wanted = sought.trim().toLowerCase()
  const shown = venues.filter((venue) =>
    [venue.name, venue.merchant, venue.tap ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  )
  return (
    <>
      {venues.length >= SEARCHED_FROM && (
        <DoorField label={words.search}>
          {(about) => <input {...about} value={sought} onChange={(event) => setSought(event.target.value)} />}
        </DoorField>
      )}
      <ul className={styles.venues}>
        {shown.map((venue) => (
          <li key={venue.id}>
            <button type="button" onClick={() => onChosen(venue)}>
              <strong>{venue.name}</strong>
              <span>
                {[venue.merchant, venue.tap && words.venueNumber(venue.tap)].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

async function placesOf(client: Tillback): Promise<readonly Venue[]> {
  const of = (type: Organisation['type']) => client.organisations.list({ type, state: 'ACTIVE', size: MOST })
  const [venues, merchants] = await Promise.all([of('VENUE'), of('MERCHANT')])
  const numbers = new Map(merchants.content.map(({ id, taps }) => [id, taps[0]?.code]))
  return venues.content
    .map((venue) => venueOf(venue, venue.parent ? numbers.get(venue.parent.id) : undefined))
    .sort((a, b) => a.name.localeCompare(b.name, texts.locale))
}
