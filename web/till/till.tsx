import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthenticationError } from '@tillback/sdk'
import { useMemo, useState } from 'react'
import type { Session } from '../kit/session.ts'
import { useSession } from '../kit/use-session.ts'
import { clientOf, StandingProvider } from './api/client.ts'
import { Register } from './register.tsx'
import { forgetSale } from './sale/kept-sale.ts'
import { ChooseVenue } from './session/choose-venue.tsx'
import { SignIn } from './session/sign-in.tsx'
import { forgetVenueAsked, keepVenue, keptVenue, type Venue } from './session/venue.ts'

/** The page at `/till`: first a key, then the venue, then sales. */
export function Till() {
  const { session, ended, begin, end } = useSession()
  if (!session) return <SignIn ended={ended} onSignedIn={begin} />
  // A member of staff stays the same with the next token.
  return <Opened key={session.staff ?? session.credential} session={session} onEnd={end} />
}

function Opened({
  session,
  onEnd,
}: {
  readonly session: Session
  readonly onEnd: (why?: 'refused') => void
}) {
  const client = useMemo(() => clientOf(session), [session])
  const [venue, setVenue] = useState(keptVenue)
  const choose = (chosen: Venue | undefined) => {
    forgetSale()
    forgetVenueAsked()
    keepVenue(chosen)
    setVenue(chosen)
  }
  const end = (why?: 'refused') => {
    forgetSale()
    keepVenue(undefined)
    onEnd(why)
  }
  const [cache] = useState(() => cacheFor(() => end('refused')))
  return (
    <QueryClientProvider client={cache}>
      {venue === undefined ? (
        <ChooseVenue client={client} onChosen={choose} onSignOut={() => end()} />
      ) : (
        <StandingProvider value={{ client, session, venue }}>
          <Register onLeave={() => choose(undefined)} onSignOut={() => end()} />
        </StandingProvider>
      )}
    </QueryClientProvider>
  )
}

/** What failed is asked for again by whoever shows it; a key that is refused once is refused for good. */
function cacheFor(onRefused: () => void): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false } },
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof AuthenticationError) onRefused()
      },
    }),
  })
}
