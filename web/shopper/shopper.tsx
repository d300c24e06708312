import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AuthenticationError } from '@tillback/sdk'
import { lazy, Suspense, useEffect, useState } from 'react'
import { SkeletonLines } from '../kit/skeleton.tsx'
import { WordsProvider } from '../kit/words.ts'
import { contactClient, SignedInProvider } from './client.ts'
import { Frame } from './frame.tsx'
import { useLive } from './live.ts'
import { useBrandingOf } from './look/branding.ts'
import { usePlace } from './place.ts'
import { NoShop } from './session/no-shop.tsx'
import type { Session } from './session/session.ts'
import { SignIn } from './session/sign-in.tsx'
import { end, useSession } from './session/store.ts'
import { LANGUAGES, TextsProvider, useLanguage } from './texts/language.ts'
import { Wallet } from './wallet/wallet.tsx'

// What the first sight does not need is fetched when it is wanted.
const VIEWS = {
  offers: lazy(async () => ({ default: (await import('./offers/offers.tsx')).Offers })),
  scan: lazy(async () => ({ default: (await import('./scan/scan.tsx')).Scan })),
  orders: lazy(async () => ({ default: (await import('./orders/orders.tsx')).Orders })),
  inbox: lazy(async () => ({ default: (await import('./inbox/inbox.tsx')).Inbox })),
  activity: lazy(async () => ({ default: (await import('./activity/activity.tsx')).Activity })),
  me: lazy(async () => ({ default: (await import('./me/me.tsx')).Me })),
}

/** The shopper's app at `/shopper`. */
export function App() {
  const { key, session, isOver } = useSession()
  const language = useLanguage()
  const texts = LANGUAGES[language]
  useBrandingOf(key)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <TextsProvider value={texts}>
      <WordsProvider value={texts.kit}>
        {session ? (
          <SignedIn key={session.contact} session={session} />
        ) : key === undefined ? (
          <NoShop />
        ) : (
          <SignIn shopKey={key} isOver={isOver} />
        )}
      </WordsProvider>
    </TextsProvider>
  )
}

function SignedIn({ session }: { readonly session: Session }) {
  const [client] = useState(contactClient)
  const [cache] = useState(newCache)
  return (
    <SignedInProvider value={{ client, session }}>
      <QueryClientProvider client={cache}>
        <Inside />
      </QueryClientProvider>
    </SignedInProvider>
  )
}

function Inside() {
  const place = usePlace()
  useLive()
  const View = place.view === 'wallet' ? undefined : VIEWS[place.view]
  return (
    <Frame place={place}>
      {View ? (
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <View of={place.of} />
        </Suspense>
      ) : (
        <Wallet />
      )}
    </Frame>
  )
}

function newCache(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', staleTime: 5_000 } },
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof AuthenticationError) end({ isOver: true })
      },
    }),
  })
}
