import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubmitPurchaseBody, TillbackError } from '@tillback/sdk'
import { useCallback, useEffect, useState } from 'react'
import { useLink, useStanding } from '../api/client.ts'
import { beginAnew, doneIn, identityOf, type Queued, queuePurchase, queueVoid, waitingIn } from './queue.ts'
import { sendQueue } from './send-queue.ts'

const AGAIN_EVERY = 5_000

/** What waits for the line and what became of what waited; sends it by itself whenever there is a line. */
export function useQueue() {
  const { client, session, venue } = useStanding()
  const cache = useQueryClient()
  const link = useLink()
  const scope = `${session.mode} ${venue.id}`
  const [stopped, setStopped] = useState<TillbackError>()
  const told = useCallback(() => void cache.invalidateQueries({ queryKey: ['queue', scope] }), [cache, scope])
  const { data: waiting = [] } = useQuery({
    queryKey: ['queue', scope, 'waiting'],
    queryFn: () => waitingIn(scope),
  })
  const { data: done = [] } = useQuery({ queryKey: ['queue', scope, 'done'], queryFn: () => doneIn(scope) })
  const send = useCallback(async () => {
    const sent = await sendQueue(client, scope, told)
    setStopped(sent.is === 'STOPPED' ? sent.error : undefined)
  }, [client, scope, told])
  // The till has its key before the line goes, not when it has gone.
  useEffect(() => {
    // All that waited may have been taken away meanwhile, which is noticed by saying where the queue ends.
    void identityOf(client, scope)
      .then(send)
      .catch(() => {})
  }, [client, scope, send])
  const isIdle = waiting.length === 0 || link === 'OFFLINE' || stopped !== undefined
  useEffect(() => {
    if (isIdle) return
    void send()
    const timer = setInterval(() => void send(), AGAIN_EVERY)
    return () => clearInterval(timer)
  }, [isIdle, send])
  return {
    waiting,
    done,
    stopped,
    send,
    beginAnew: async () => {
      await beginAnew(client, scope)
      setStopped(undefined)
      await send()
    },
    add: async (purchase: Queued & { readonly body: SubmitPurchaseBody }) => {
      await queuePurchase(client, scope, purchase)
      told()
    },
    addVoid: async (queued: Queued) => {
      await queueVoid(scope, queued)
      told()
    },
  }
}

export type Queue = ReturnType<typeof useQueue>
