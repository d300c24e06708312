import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthenticationError } from '@tillback/sdk'
import { Suspense, useState } from 'react'
import type { Session } from '../kit/session.ts'
import { SkeletonRows } from '../kit/skeleton.tsx'
import { ToastProvider } from '../kit/toast.tsx'
import { useSession } from '../kit/use-session.ts'
import { clientOf, SignedInProvider } from './client.ts'
import { Frame } from './frame/frame.tsx'
import { SignIn } from './session/sign-in.tsx'
import { useAddress } from './use-address.ts'
import { LiveProvider, useLive } from './use-live.ts'
import { SHOWN } from './views.tsx'

/** The page at `/dashboard`: what happens in the business, live, and everything that is decided there. */
export function Dashboard() {
  const { session, ended, begin, end } = useSession()
  if (!session) return <SignIn ended={ended} onSignedIn={begin} />
  // What was read with one credential is never shown under another.
  return (
    <SignedIn
      key={session.credential}
      session={session}
      onRefused={() => end('refused')}
      onSignOut={() => end()}
    />
  )
}

interface SignedInProps {
  readonly session: Session
  readonly onRefused: () => void
  readonly onSignOut: () => void
}

function SignedIn({ session, onRefused, onSignOut }: SignedInProps) {
  const [client] = useState(() => clientOf(session))
  const [cache] = useState(() => cacheFor(onRefused))
  return (
    <SignedInProvider value={{ client, session }}>
      <QueryClientProvider client={cache}>
        <ToastProvider>
          <Framed session={session} onSignOut={onSignOut} />
        </ToastProvider>
      </QueryClientProvider>
    </SignedInProvider>
  )
}

function Framed({ session, onSignOut }: Pick<SignedInProps, 'session' | 'onSignOut'>) {
  const address = useAddress()
  const stands = useLive()
  const View = SHOWN[address.view] ?? SHOWN.purchases
  return (
    <LiveProvider value={stands}>
      <Frame address={address} session={session} onSignOut={onSignOut}>
        <Suspense fallback={<SkeletonRows />}>
          {View && <View key={address.view} address={address} />}
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
