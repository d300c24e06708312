import { unitsOfText } from './decimal.ts'
import { drawn } from './draw.ts'
import type { Notes } from './notes.ts'
import type { Explanation, Refusal } from './stored.ts'

// Amounts and counts in words are compared in ten-thousandths, the finest that is ever written.
const DIGITS = 4

/** A value in words with what it counts: "12.50 EUR", "3 purchases", "0.5". */
interface Told {
  readonly value: bigint
  readonly unit: string
}

/** What the purchase had, and the least that it would have needed. */
export interface Gap {
  readonly unit: string
  readonly seen: bigint
  readonly least: bigint
}

/** Every refusal names its condition, what was seen and what was needed; answers how many of them could be compared. */
export function checkRefusals({ awards, refused, ...rest }: Explanation, notes: Notes): number {
  const looked = [...awards, ...refused].map(({ offer }) => offer)
  const twice = looked.filter((offer, index) => looked.indexOf(offer) !== index)
  for (const offer of twice) notes.about(offer).wrong('refused', 'judged twice', 'one award or one refusal')
  if (rest.not_concerned < 0) notes.wrong('not_concerned', `${rest.not_concerned}`, 'zero or more')
  if (rest.more_refused < 0) notes.wrong('more_refused', `${rest.more_refused}`, 'zero or more')
  let compared = 0
  refused.forEach((refusal, index) => {
    const about = notes.about(refusal.offer)
    const { condition, seen, needed } = refusal
    for (const [name, text] of Object.entries({ condition, seen, needed })) {
      if (text.trim() === '') about.wrong(`refused[${index}].${name}`, 'nothing', 'a reason')
    }
    checkDraw(refusal, rest.luck, about)
    const fulfilled = isFulfilled(refusal)
    if (fulfilled === undefined) return
    compared += 1
    if (fulfilled) about.wrong(`refused[${index}].seen`, `${condition}: ${seen}`, `short of: ${needed}`)
  })
  return compared
}

/** Whether what was seen is what was needed; undefined where words are not compared. */
function isFulfilled(refusal: Refusal): boolean | undefined {
  const { condition, seen, needed } = refusal
  switch (condition) {
    case 'LOTTERY':
      return seen.startsWith('drew ') ? /^drew 0 of /.test(seen) : undefined
    case 'AVAILABILITY':
      return isWithin(Date.parse(seen), needed)
    case 'CHANNELS':
    case 'CLASSIFICATIONS':
      return needed.toLowerCase().split(' or ').includes(seen.toLowerCase())
    case 'AMOUNT':
      return isInRange(seen, needed)
    case 'BETTER_OFFER':
      if (seen.startsWith('priority ')) return priorityIn(seen) >= priorityIn(needed)
      return over(told(seen), told(needed.replace(/^more than /, '')))
    default: {
      if (needed.startsWith('less than ')) return over(told(needed.slice('less than '.length)), told(seen))
      const gap = gapOf(refusal)
      return gap && gap.seen >= gap.least
    }
  }
}

/** For conditions of at least so much: of what, how much was there, how much was needed. */
export function gapOf({ condition, seen, needed }: Refusal): Gap | undefined {
  if (condition === 'BUNDLE') return gapBetween(told(seen), wholeBundle(needed))
  if (condition === 'PRODUCTS' || condition === 'GOAL') return gapBetween(told(seen), told(needed))
  if (condition !== 'AMOUNT') return undefined
  const least = /^(?:at least|from) (.*)$/.exec(needed)?.[1]
  return least === undefined ? undefined : gapBetween(told(seen), told(least))
}

function gapBetween(seen: Told | undefined, least: Told | undefined): Gap | undefined {
  if (!seen || !least || seen.unit !== least.unit) return undefined
  return { unit: least.unit, seen: seen.value, least: least.value }
}

const VALUE = /^(-?\d+(?:\.\d+)?)(?: ([A-Z]{3}|purchases?|pieces|times)\b)?/

function told(text: string): Told | undefined {
  const [, digits, unit = ''] = VALUE.exec(text) ?? []
  const value = digits === undefined ? undefined : unitsOfText(digits, DIGITS)
  return value === undefined ? undefined : { value, unit: unit.replace('purchases', 'purchase') }
}

/** "2 of sku A and 1 of sku B together": all pieces that the items need. */
function wholeBundle(needed: string): Told | undefined {
  const pieces = [...needed.matchAll(/(?:^| and )(\d+(?:\.\d+)?) of /g)].map(([, digits = '']) =>
    told(digits),
  )
  if (pieces.length === 0) return undefined
  return { unit: '', value: pieces.reduce((sum, each) => sum + (each?.value ?? 0n), 0n) }
}

function priorityIn(text: string): number {
  return Number(/^priority (\d+)/.exec(text)?.[1])
}

function over(more: Told | undefined, less: Told | undefined): boolean | undefined {
  return more && less && more.unit === less.unit ? more.value > less.value : undefined
}

function isInRange(seen: string, needed: string): boolean | undefined {
  const amount = told(seen)
  const least = told(/^(?:at least|from) (.*)$/.exec(needed)?.[1] ?? '')
  const most = told(/(?:^at most| to) (.*)$/.exec(needed)?.[1] ?? '')
  if (!amount || (!least && !most)) return undefined
  return (!least || amount.value >= least.value) && (!most || amount.value <= most.value)
}

function isWithin(at: number, needed: string): boolean | undefined {
  const time = (word: string) => Date.parse(new RegExp(`${word} (\\S+)`).exec(needed)?.[1] ?? '')
  const from = time('from')
  const before = time('before')
  if (Number.isNaN(at) || (Number.isNaN(from) && Number.isNaN(before))) return undefined
  return !(at < from) && !(at >= before)
}

function checkDraw({ offer, condition, seen }: Refusal, luck: number | undefined, notes: Notes): void {
  const [, number, of] = /^drew (\d+) of (\d+)$/.exec(seen) ?? []
  if (condition !== 'LOTTERY' || of === undefined || luck === undefined) return
  notes.text('refused LOTTERY drew', number, drawn(luck, offer, BigInt(of)))
}
