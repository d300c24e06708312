import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthenticationError } from '@tillback/sdk'
import { Suspense, useMemo, useState } from 'react'
import type { Session } from '../kit/session.ts'
import { SkeletonRows } from '../kit/skeleton.tsx'
import { ToastProvider } from '../kit/toast.tsx'
import { type SessionControl, useSession } from '../kit/use-session.ts'
import { clientOf, SignedInProvider } from './client.ts'
import { Frame } from './frame/frame.tsx'
import { useProgress } from './processes/use-progress.ts'
import { SignIn } from './session/sign-in.tsx'
import { type RenewalProps, useRenewal } from './session/use-renewal.ts'
import { useAddress } from './use-address.ts'
import { LiveProvider, useLive } from './use-live.ts'
import { SHOWN } from './views.tsx'

/** The page at `/dashboard`: what happens in the business, live, and everything that is decided there. */
export function Dashboard() {
  const { session, ended, aside, begin, end, turn } = useSession()
  if (!session) return <SignIn ended={ended} aside={aside} onSignedIn={begin} onBack={turn} />
  // What was read with one credential is never shown under another; a member of staff stays the same with the next one.
  const key = session.staff === undefined ? session.credential : `${session.staff} ${session.mode}`
  return <SignedIn key={key} session={session} begin={begin} end={end} turn={turn} />
}

function SignedIn({ session, begin, end, turn }: RenewalProps & Pick<SessionControl, 'turn'>) {
  const onRefused = useRenewal({ session, begin, end })
  const signedIn = useMemo(() => ({ client: clientOf(session), session }), [session])
  const [cache] = useState(() => cacheFor(onRefused))
  return (
    <SignedInProvider value={signedIn}>
      <QueryClientProvider client={cache}>
        <ToastProvider>
          <Framed session={session} onSignOut={() => end()} onTurn={turn} />
        </ToastProvider>
      </QueryClientProvider>
    </SignedInProvider>
  )
}

interface FramedProps {
  readonly session: Session
  readonly onSignOut: () => void
  readonly onTurn: () => void
}

function Framed({ session, onSignOut, onTurn }: FramedProps) {
  const address = useAddress()
  const stands = useLive()
  useProgress()
  const View = SHOWN[address.view]
  return (
    <LiveProvider value={stands}>
      <Frame address={address} session={session} onSignOut={onSignOut} onTurn={onTurn}>
        <Suspense fallback={<SkeletonRows />}>
          <View key={address.view} address={address} />
        </Suspense>
      </Frame>
    </LiveProvider>
  )
}

/** The SDK has tried again already; a credential that is refused once is refused for good. */
function cacheFor(onRefused: () => void): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof AuthenticationError) onRefused()
      },
    }),
  })
}
