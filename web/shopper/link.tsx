import type { ComponentProps, MouseEvent } from 'react'
import { go, type Place, writePlace } from './place.ts'

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: Place
}

/** A real link within the app: a plain click stays on the page, any other does what links do. */
export function Link({ to, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return <a href={writePlace(to)} onClick={follow} {...rest} />
}
