import { texts } from '../texts.ts'

/** Stages that every business begins with are told in the language of who looks, others as the business calls them. */
export function stageName({ name }: { readonly name: string }): string {
  return Object.entries(texts.orders.stages).find(([known]) => known === name)?.[1] ?? name
}
