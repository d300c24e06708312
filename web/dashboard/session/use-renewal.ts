import { AuthenticationError } from '@tillback/sdk'
import { useCallback, useEffect, useRef } from 'react'
import type { Session } from '../../kit/session.ts'
import type { SessionControl } from '../../kit/use-session.ts'
import { clientOf } from '../client.ts'

/** Before the end, so that nothing is refused meanwhile; in milliseconds. */
const EARLY = 2 * 60_000

export interface RenewalProps extends Pick<SessionControl, 'begin' | 'end'> {
  readonly session: Session
}

/**
 * Keeps a member of staff signed in: the next token is fetched shortly before the present one ends. Answers what to call when a
 * credential was refused, as after a night with the lid closed: that is only the end when there is no next one.
 */
export function useRenewal({ session, begin, end }: RenewalProps): () => void {
  const isRenewing = useRef(false)
  const latest = useRef({ session, begin, end })
  useEffect(() => {
    latest.current = { session, begin, end }
  })
  const renew = useCallback(async () => {
    const { session: before, ...control } = latest.current
    if (isRenewing.current) return
    if (!before.renewal) return control.end('refused')
    isRenewing.current = true
    try {
      const answer = await clientOf({ credential: 'none' }).users.refresh({
        refresh_token: before.renewal.token,
      })
      const renewal = { token: answer.refresh_token, until: answer.expiration_date }
      control.begin({ ...before, credential: answer.access_token, renewal })
    } catch (error) {
      // Nobody answered: the next refusal asks again.
      if (error instanceof AuthenticationError) control.end('refused')
    } finally {
      isRenewing.current = false
    }
  }, [])
  const until = session.renewal?.until
  useEffect(() => {
    if (until === undefined) return
    const timer = setTimeout(renew, Math.max(0, until * 1_000 - Date.now() - EARLY))
    return () => clearTimeout(timer)
  }, [until, renew])
  return () => void renew()
}
