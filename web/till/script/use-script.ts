import { useState } from 'react'
import { listenToCalls, readCalls } from '../api/calls.ts'
import { useStanding } from '../api/client.ts'
import type { Member } from '../member/member.ts'
import { type Facts, type FlowName, STEPS } from './flows.ts'

/** A step that was played, with the calls that it made. */
export interface Played {
  readonly calls: readonly number[]
  readonly error: unknown
}

/** Plays a flow of the guide one step after another, by real calls with what the steps before found out. */
export function useScript(flow: FlowName, member: Member | undefined) {
  const { client, venue } = useStanding()
  const [facts, setFacts] = useState<Facts>({})
  const [played, setPlayed] = useState<readonly Played[]>([])
  const [isBusy, setBusy] = useState(false)
  const steps = STEPS[flow]
  const next = played.at(-1)?.error === undefined ? played.length : played.length - 1
  const play = async () => {
    const step = steps[next]
    if (!step) return
    setBusy(true)
    const calls: number[] = []
    const known = new Set(readCalls().map(({ id }) => id))
    const stop = listenToCalls(() => {
      for (const { id } of readCalls()) if (!known.has(id) && !calls.includes(id)) calls.push(id)
    })
    let error: unknown
    try {
      setFacts(await step({ client, venue, member: member?.typed }, facts))
    } catch (caught) {
      error = caught
    }
    stop()
    setPlayed([...played.slice(0, next), { calls, error }])
    setBusy(false)
  }
  const begin = () => {
    setFacts({})
    setPlayed([])
  }
  return { steps, played, next, isBusy, isOver: next >= steps.length, play, begin }
}
