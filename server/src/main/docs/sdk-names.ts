import type { Operation } from './document.ts'

/** Where an operation stands in the SDK: `client.purchases.submit`. */
export interface SdkName {
  readonly group: string
  readonly method: string
  /** What the operation is about, in the singular: listPurchases is about a Purchase. */
  readonly entity: string
}

/**
 * The rule: the group is the tag, the method is the operation's name without the tag's noun. In the group
 * `purchases` (tag "Purchases") submitPurchase is `submit`, getPurchaseRewards is `getRewards`, adHocReturn
 * stays `adHocReturn`. A tag of several words also gives its last word as noun: in "Reward offers" both
 * listRewardOffers and listOffers are `list`.
 */
export function sdkNameOf({ tag, name }: { readonly tag: string; readonly name: string }): SdkName {
  const words = tag.split(/[^A-Za-z0-9]+/).map(capitalised)
  const plurals = [words.join(''), words.at(-1) ?? '']
  const nouns = plurals.flatMap((plural) => [plural, singularOf(plural)])
  const rests = nouns.map((noun) => name.replace(new RegExp(`${noun}(?![a-z])`), ''))
  const method = rests.find((rest) => rest !== name && rest !== '') ?? name
  return { group: uncapitalised(plurals[0] ?? ''), method, entity: singularOf(name.replace(/^[a-z]+/, '')) }
}

/**
 * The method that goes through all pages of a list: `list` gives `each`, `listTransactions` gives
 * `eachTransaction`.
 */
export function eachNameOf(method: string): string | undefined {
  return method.startsWith('list') ? `each${singularOf(method.slice('list'.length))}` : undefined
}

/**
 * The SDK speaks the newest shapes only; version 1 is there for clients that already send it. A streamed document is for a file,
 * not for a program's memory.
 */
export function isInSdk({ path, reply }: Pick<Operation, 'path' | 'reply'>): boolean {
  return !path.startsWith('/backoffice/v1/') && (reply.streams === undefined || isFollowed({ reply }))
}

/** What tells of things as they happen: the SDK reads it one by one, over every loss of the line. */
export function isFollowed({ reply }: Pick<Operation, 'reply'>): boolean {
  return reply.streams === 'text/event-stream'
}

export function singularOf(plural: string): string {
  return plural
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<!s)s$/, '')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}

function uncapitalised(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
