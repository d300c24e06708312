import { type Reply, useRead } from '../read.ts'

const MOST = 100

export type MessageText = Reply<'communications', 'listTemplates'>['content'][number]

/** What customers are written, in each language in which there are words. */
export function useMessageTexts() {
  return useRead(['templates'], (client, options) =>
    client.communications.listTemplates({ size: MOST }, options),
  )
}

export function languagesOf(told: readonly MessageText[]): readonly string[] {
  return [...new Set(told.map(({ language }) => language))]
}
