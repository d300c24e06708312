import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Tillback } from '@tillback/sdk'
import { useDeferredValue } from 'react'
import type { IconName } from '../../kit/icon.tsx'
import { recognisedBy } from '../../kit/person.tsx'
import { type Address, VIEWS, viewOf } from '../address.ts'
import { useSignedIn } from '../client.ts'
import type { KeptView } from '../list/kept-views.ts'
import { useKeptViews } from '../list/use-kept-views.ts'
import { texts } from '../texts.ts'
import { usePaused } from '../use-paused.ts'
import { ICONS } from './rail.tsx'

export interface Found {
  readonly key: string
  readonly icon: IconName
  readonly name: string
  readonly about: string
  readonly kind: string
  /** Where it leads, or what it does. */
  readonly to?: Address
  readonly run?: () => void
}

const MOST = 6
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What is meant by a text: pages at once, the rest when the server has answered. */
export function useFound(
  text: string,
  acts: readonly Found[],
): { readonly found: readonly Found[]; readonly isLooking: boolean } {
  const { client } = useSignedIn()
  const sought = usePaused(text.trim())
  const isSought = sought.length >= 3
  const records = useQuery({
    queryKey: ['palette', sought],
    queryFn: ({ signal }) => recordsFor(client, sought, signal),
    enabled: isSought,
    placeholderData: keepPreviousData,
  })
  const { views } = useKeptViews()
  const pages = useDeferredValue([...viewsFor(text, views), ...pagesFor(text), ...actsFor(text, acts)])
  return {
    found: [...(isSought ? (records.data ?? []) : []), ...pages],
    isLooking: text.trim() !== sought || records.isFetching,
  }
}

/** Lists that were kept under a name; none before something is typed. */
function viewsFor(text: string, views: readonly KeptView[]): readonly Found[] {
  const sought = text.trim().toLocaleLowerCase(texts.locale)
  if (sought === '') return []
  return views
    .filter(({ name }) => name.toLocaleLowerCase(texts.locale).includes(sought))
    .map(({ name, to }) => ({
      key: `${to.view} ${name}`,
      icon: ICONS[to.view],
      name,
      about: texts.views[to.view],
      kind: texts.savedViews.one,
      to,
    }))
}

function pagesFor(text: string): readonly Found[] {
  const sought = text.trim().toLocaleLowerCase(texts.locale)
  return VIEWS.filter((view) => texts.views[view].toLocaleLowerCase(texts.locale).includes(sought)).map(
    (view) => ({
      key: view,
      icon: ICONS[view],
      name: texts.views[view],
      about: '',
      kind: texts.palette.pages,
      to: viewOf(view),
    }),
  )
}

/** What can be done from anywhere; none before something is typed. */
function actsFor(text: string, acts: readonly Found[]): readonly Found[] {
  const sought = text.trim().toLocaleLowerCase(texts.locale)
  if (sought === '') return []
  return acts.filter(({ name }) => name.toLocaleLowerCase(texts.locale).includes(sought))
}

/** A record that may not be read, or is none of that kind, is not found; the others still are. */
async function recordsFor(client: Tillback, sought: string, signal: AbortSignal): Promise<readonly Found[]> {
  const asked = GUID.test(sought)
    ? [
        client.purchases.get(sought, { signal }).then((one) => [ofPurchase(one)]),
        client.contacts.get(sought, undefined, { signal }).then((one) => [ofContact(one)]),
        client.rewardOffers.get(sought, { signal }).then((one) => [ofOffer(one)]),
      ]
    : [
        client.purchases
          .list({ reference_number: sought, size: MOST }, { signal })
          .then(({ content }) => content.map(ofPurchase)),
        client.contacts
          .list({ search_value: sought, size: MOST }, { signal })
          .then(({ content }) => content.map(ofContact)),
        client.rewardOffers
          .list({ search_value: sought, size: MOST }, { signal })
          .then(({ content }) => content.map(ofOffer)),
      ]
  const answers = await Promise.allSettled(asked)
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

type Of<Group extends 'purchases' | 'contacts' | 'rewardOffers'> = Awaited<ReturnType<Tillback[Group]['get']>>

function ofPurchase({ id, reference_number, code, organisation }: Of<'purchases'>): Found {
  const name = reference_number ?? code
  const kind = texts.palette.purchases
  return { key: id, icon: 'receipt', name, about: organisation.name, kind, to: viewOf('purchases', { id }) }
}

function ofContact(contact: Of<'contacts'>): Found {
  const { id, name, code } = contact
  const about = recognisedBy(contact) ?? code
  return {
    key: id,
    icon: 'people',
    name,
    about,
    kind: texts.palette.contacts,
    to: viewOf('contacts', { id }),
  }
}

function ofOffer({ id, name, code }: Of<'rewardOffers'>): Found {
  return { key: id, icon: 'tag', name, about: code, kind: texts.views.offers, to: viewOf('offers', { id }) }
}
