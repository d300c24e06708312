import type { Texts } from '../texts/en.ts'

/** Stages that every shop begins with are told in the language of the contact, others as the shop calls them. */
export function stageName(name: string, { stages }: Texts['orders']): string {
  return Object.entries(stages).find(([known]) => known === name)?.[1] ?? name
}
