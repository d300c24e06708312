import { Key } from './key.tsx'
import { useTexts } from './texts/language.ts'

interface Pages {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

/** The next page of a list, below those that are shown. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { readonly of: Pages }) {
  const texts = useTexts()
  if (!hasNextPage) return null
  return (
    <Key onClick={() => fetchNextPage()} disabled={isFetchingNextPage}>
      {isFetchingNextPage ? texts.kit.loading : texts.more}
    </Key>
  )
}
