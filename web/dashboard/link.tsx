import type { ComponentProps, MouseEvent } from 'react'
import { type Address, writeAddress } from './address.ts'
import { go, scoped, useAddress } from './use-address.ts'

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  readonly to: Address
  readonly replace?: boolean
  readonly onFollow?: (event: MouseEvent) => unknown
}

/** A real link within the dashboard: a plain click stays on the page, any other does what links do. */
export function Link({ to, replace = false, onFollow, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to, { replace })
    onFollow?.(event)
  }
  const here = useAddress()
  return <a href={writeAddress(scoped(to, here))} onClick={follow} {...rest} />
}
