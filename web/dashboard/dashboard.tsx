import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthenticationError } from '@tillback/sdk'
import { useState } from 'react'
import type { Session } from '../kit/session.ts'
import { useSession } from '../kit/use-session.ts'
import { clientOf, SignedInProvider } from './client.ts'
import { Frame } from './frame.tsx'
import { Ledger } from './ledger/ledger.tsx'
import { Purchases } from './purchases/purchases.tsx'
import { SignIn } from './session/sign-in.tsx'
import { useAddress } from './use-address.ts'
import { Wallets } from './wallets/wallets.tsx'

/** The page at `/dashboard`: what happens in the business, live. */
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

function SignedIn({
  session,
  onRefused,
  onSignOut,
}: {
  readonly session: Session
  readonly onRefused: () => void
  readonly onSignOut: () => void
}) {
  const [client] = useState(() => clientOf(session))
  const [cache] = useState(() => cacheFor(onRefused))
  const address = useAddress()
  return (
    <SignedInProvider value={{ client, session }}>
      <QueryClientProvider client={cache}>
        <Frame address={address} session={session} onSignOut={onSignOut}>
          {address.view === 'purchases' && <Purchases address={address} />}
          {address.view === 'wallets' && <Wallets address={address} />}
          {address.view === 'ledger' && <Ledger />}
        </Frame>
      </QueryClientProvider>
    </SignedInProvider>
  )
}

/** The SDK has tried again already; a credential that is refused once is refused for good. */
function cacheFor(onRefused: () => void): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof AuthenticationError) onRefused()
      },
    }),
  })
}
