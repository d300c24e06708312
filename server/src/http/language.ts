import { type Language, spokenOf } from '../kit/localised.ts'

/** "el-GR,el;q=0.9,en;q=0.8": a language and how much it is wanted; 1 where that is not said. */
const WANTED = /^([a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{1,3})?))?$/i

/**
 * The language that Accept-Language asks for, of those that there are words in; undefined where it asks for nothing or for others only.
 * What cannot be read of it asks for nothing.
 */
export function languageAsked(accepted: string | undefined): Language | undefined {
  if (accepted === undefined) return undefined
  const wanted = accepted.split(',').flatMap((part) => {
    const [, tag, weight = '1'] = WANTED.exec(part.trim()) ?? []
    return tag === undefined || Number(weight) === 0 ? [] : [{ tag, weight: Number(weight) }]
  })
  return spokenOf(wanted.toSorted((a, b) => b.weight - a.weight).map(({ tag }) => tag))
}
