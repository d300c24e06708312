import { texts } from '../texts.ts'
import { useAddress } from '../use-address.ts'

/** Names what stays of the whole business while one venue is looked at. */
export function useWhole(): (name: string) => string {
  const { scope } = useAddress()
  return (name) => (scope === undefined ? name : texts.home.whole(name))
}
