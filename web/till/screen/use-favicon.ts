import { useEffect } from 'react'
import favicon from '../favicon.svg'
import testFavicon from '../favicon-test.svg'

/** The tab of a till with test data has a dot on its sign. */
export function useFavicon(isTest: boolean): void {
  useEffect(() => {
    const link = document.querySelector('link[rel="icon"]')
    link?.setAttribute('href', isTest ? testFavicon : favicon)
    return () => link?.setAttribute('href', favicon)
  }, [isTest])
}
