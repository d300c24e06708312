import { Spark } from '../../kit/spark.tsx'
import { Below } from '../../kit/table.tsx'
import { SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'

const words = texts.keys.calls
const HOUR = 60 * 60
const HOURS = 24

export interface KeyCalls {
  readonly requests: number
  readonly refused: number
  readonly hours: readonly number[]
}

/** What each key asked in a day, of all keys at once; undefined: it is not known, or not for the viewer. */
export function useKeyCalls(): (key: string) => KeyCalls | undefined {
  const { data } = useRead(
    ['keys', 'calls'],
    (client, options) => client.requestLog.getKeyReport({ hours: HOURS }, options),
    { interval: SELDOM },
  )
  return (key) => {
    if (!data) return undefined
    const found = data.content.find(({ api_key_id }) => api_key_id === key)
    const counted = new Map(found?.by_hour.map(({ hour, requests }) => [hour, requests]))
    return {
      requests: found?.requests ?? 0,
      refused: found?.refused ?? 0,
      hours: Array.from({ length: HOURS }, (_, at) => counted.get(data.from + at * HOUR) ?? 0),
    }
  }
}

/** How often a key called in each hour of a day; the sum stands below in words. */
export function Calls({ of }: { readonly of: KeyCalls | undefined }) {
  if (!of) return texts.nothing
  return (
    <>
      <Spark values={of.hours} />
      <Below>{words.number(of.requests)}</Below>
      {of.refused > 0 && <Below>{words.refused(of.refused)}</Below>}
    </>
  )
}
