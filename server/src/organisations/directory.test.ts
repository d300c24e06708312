import { describe, expect, test } from 'vitest'
import { derivedId, type OrganisationId } from '../kit/id.ts'
import { directoryOf } from './directory.ts'
import type { Organisation, OrganisationType, Tap, TapId } from './organisation.ts'

const id = (name: string) => derivedId<OrganisationId>(name)
const tapId = (organisation: string) => derivedId<TapId>('tap', organisation)

function node(type: OrganisationType, name: string, parent?: string): Organisation {
  return {
    id: id(name),
    type,
    parent: parent === undefined ? undefined : id(parent),
    code: name,
    name,
    timeZone: 'UTC',
    state: name.startsWith('closed') ? 'INACTIVE' : 'ACTIVE',
    settings: {},
  }
}

function tap(organisation: string, code: string, merchant = organisation): Tap {
  const kind = merchant === organisation ? 'MERCHANT' : 'VENUE'
  return {
    id: tapId(organisation),
    kind,
    code,
    name: code,
    organisation: id(organisation),
    merchant: id(merchant),
  }
}

const directory = directoryOf(
  [
    node('BUSINESS', 'B'),
    node('MERCHANT', 'bakery', 'B'),
    node('VENUE', 'bakery north', 'bakery'),
    node('MERCHANT', 'cafe', 'B'),
    node('VENUE', 'cafe north', 'cafe'),
    node('VENUE', 'closed venue', 'cafe'),
    node('MERCHANT', 'closed merchant', 'B'),
    node('VENUE', 'venue of a closed merchant', 'closed merchant'),
    node('VENUE', 'own venue', 'B'),
  ],
  [
    tap('bakery', '1'),
    tap('bakery north', '7', 'bakery'),
    tap('cafe', '2'),
    tap('cafe north', '7', 'cafe'),
    tap('closed venue', '8', 'cafe'),
    tap('own venue', '9', 'B'),
  ],
)

describe('a place', () => {
  test.each`
    reference                                                     | merchant    | venue
    ${{ id: 'bakery' }}                                           | ${'bakery'} | ${undefined}
    ${{ id: 'cafe north' }}                                       | ${'cafe'}   | ${'cafe north'}
    ${{ merchant_tap: { code: '2' } }}                            | ${'cafe'}   | ${undefined}
    ${{ merchant_tap: { code: '2' }, venue_tap: { code: '7' } }}  | ${'cafe'}   | ${'cafe north'}
    ${{ venue_tap: { id: tapId('bakery north') } }}               | ${'bakery'} | ${'bakery north'}
    ${{ venue_tap: { code: '9' } }}                               | ${'B'}      | ${'own venue'}
    ${{ id: 'bakery', venue_tap: { id: tapId('bakery north') } }} | ${'bakery'} | ${'bakery north'}
  `('$reference is $merchant, $venue', ({ reference, merchant, venue }) => {
    const place = directory.placeOf(reference, undefined)
    expect([place.merchant.name, place.venue?.name]).toEqual([merchant, venue])
  })

  test.each`
    reference                                                    | refusal
    ${{}}                                                        | ${/organisation is missing/}
    ${{ id: 'nowhere' }}                                         | ${/No organisation is known by "nowhere"/}
    ${{ venue_tap: { code: '7' } }}                              | ${/names several venues/}
    ${{ merchant_tap: { code: '1' }, venue_tap: { code: '8' } }} | ${/No venue_tap is known by "8"/}
    ${{ merchant_tap: { code: '7' } }}                           | ${/No merchant_tap is known by "7"/}
    ${{ merchant_tap: { id: tapId('bakery north') } }}           | ${/No merchant_tap/}
    ${{ venue_tap: {} }}                                         | ${/organisation.venue_tap is missing/}
    ${{ id: 'cafe', venue_tap: { id: tapId('bakery north') } }}  | ${/the taps name "bakery north"/}
    ${{ id: 'closed venue' }}                                    | ${/"closed venue", which is inactive/}
    ${{ id: 'venue of a closed merchant' }}                      | ${/"closed merchant", which is inactive/}
  `('$reference is refused: $refusal', ({ reference, refusal }) => {
    expect(() => directory.placeOf(reference, undefined)).toThrow(refusal)
  })

  test('a till’s key finds its own merchant without naming it, and no other', () => {
    expect(directory.placeOf({}, id('cafe')).merchant.name).toBe('cafe')
    expect(
      directory.placeOf({ venue_tap: { code: '7' }, merchant_tap: { code: '2' } }, id('cafe')).venue?.name,
    ).toBe('cafe north')
    expect(() => directory.placeOf({ id: 'bakery north' }, id('cafe'))).toThrow(/No organisation is known/)
  })

  test('finding one of 10,000 venues by its tap looks at none of the others', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `v${index}`)
    const large = directoryOf(
      [node('BUSINESS', 'B'), node('MERCHANT', 'M', 'B'), ...many.map((name) => node('VENUE', name, 'M'))],
      [tap('M', '1'), ...many.map((name) => tap(name, name, 'M'))],
    )
    const began = performance.now()
    for (const code of many) large.placeOf({ merchant_tap: { code: '1' }, venue_tap: { code } }, undefined)
    // Looking through them all takes seconds.
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
