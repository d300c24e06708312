import { useQuery } from '@tanstack/react-query'
import { localDay } from '@tillback/server/kit/zone.ts'
import { useMemo, useState } from 'react'
import { Answer } from '../../../kit/answer.tsx'
import { SkeletonLines } from '../../../kit/skeleton.tsx'
import { useNames } from '../../queries.ts'
import { NEVER } from '../../read.ts'
import { texts } from '../../texts.ts'
import type { Draft } from '../draft.ts'
import type { Offer } from '../queries.ts'
import type { Writing } from '../use-draft.ts'
import { type Basket, type Counter, factsOf, newBasket, type Place, type RuleBook } from './basket.ts'
import { Circumstances } from './circumstances.tsx'
import { FromPurchase } from './from-purchase.tsx'
import { type Engine, judged, loadEngine } from './judge.ts'
import { Lines } from './lines.tsx'
import { Outcome } from './outcome.tsx'
import styles from './try.module.css'
import { useBook } from './use-book.ts'

const words = texts.tryBasket

/** A basket is judged in the browser, by the offer as it is being written among those that run. */
export function TryBasket({ offer, writing }: { readonly offer: Offer; readonly writing: Writing }) {
  const book = useBook(offer, writing)
  const { organisations } = useNames()
  const places = useMemo(() => placesOf(organisations), [organisations])
  const first = firstPlace(places, writing.draft)
  return (
    <>
      <p className={styles.lead}>{words.means}</p>
      <Answer to={book} waiting={<SkeletonLines lines={6} />}>
        {({ book: opened }) =>
          first === undefined ? (
            <p>{words.noPlace}</p>
          ) : (
            <Tried offer={offer} draft={writing.draft} book={opened} places={places} first={first} />
          )
        }
      </Answer>
    </>
  )
}

/** Where the offer may be earned, so that what is tried first says something about it. */
function firstPlace(places: readonly Place[], { conditions }: Draft): Place | undefined {
  const named = (conditions ?? []).flatMap((each) =>
    each.kind === 'ORGANISATIONS' ? each.organisations.map(({ id }) => id) : [],
  )
  const parents = new Map(places.map(({ id, parent }) => [id, parent]))
  const isNamed = (id: string): boolean => named.includes(id) || named.includes(parents.get(id) ?? '')
  const fitting = places.filter(({ id }) => isNamed(id))
  const among = fitting.length > 0 ? fitting : places
  return among.find(({ type }) => type === 'VENUE') ?? among[0]
}

function placesOf(organisations: ReturnType<typeof useNames>['organisations']): readonly Place[] {
  return organisations
    .filter(({ type }) => type !== 'BUSINESS')
    .map(({ id, type, name, parent, time_zone }) => ({ id, type, name, parent: parent?.id, zone: time_zone }))
}

interface TriedProps {
  readonly offer: Offer
  readonly draft: Draft
  readonly book: RuleBook
  readonly places: readonly Place[]
  readonly first: Place
}

function Tried({ offer, draft, book, places, first }: TriedProps) {
  const [basket, setBasket] = useState<Basket>(() => newBasket(first.id, localDay(new Date(), first.zone)))
  const change = (part: Partial<Basket>) => setBasket((before) => ({ ...before, ...part }))
  const place = places.find(({ id }) => id === basket.place) ?? first
  return (
    <div className={styles.tried}>
      <FromPurchase basket={basket} places={places} onChange={setBasket} />
      <Lines basket={basket} currency={book.currency} onChange={(lines) => change({ lines })} />
      <Circumstances basket={basket} places={places} book={book} draft={draft} onChange={change} />
      <section className={styles.outcome} aria-label={words.outcome}>
        <Judged basket={basket} book={book} place={place} offer={offer.id} />
      </section>
    </div>
  )
}

interface JudgedProps {
  readonly basket: Basket
  readonly book: RuleBook
  readonly place: Place
  readonly offer: string
}

function Judged(given: JudgedProps) {
  const engine = useQuery({ queryKey: ['engine'], queryFn: loadEngine, staleTime: NEVER })
  return (
    <Answer to={engine} waiting={<SkeletonLines lines={4} />}>
      {(loaded) => <Given engine={loaded} {...given} />}
    </Answer>
  )
}

function Given({ engine, basket, book, place, offer }: JudgedProps & { readonly engine: Engine }) {
  const { facts, text, problem } = useMemo(() => {
    const tried = factsOf(basket, { book, place, offer })
    const counters = 'counters' in tried ? (tried.counters as readonly Counter[]) : []
    try {
      const before = Number(basket.before) || 0
      return { facts: tried, text: judged(engine, book, { facts: tried, counters, before }) }
    } catch (refused) {
      return { facts: tried, problem: refused }
    }
  }, [engine, basket, book, place, offer])
  return text === undefined ? (
    <p role="alert">{said(problem)}</p>
  ) : (
    <Outcome text={text} facts={facts} book={book} offer={offer} />
  )
}

/** The engine refuses in the server's words. */
function said(problem: unknown): string {
  const detail = typeof problem === 'object' && problem && 'detail' in problem ? problem.detail : undefined
  return words.cannotBe(typeof detail === 'string' ? detail : String(problem))
}
