import { texts } from '../texts.ts'

const words = texts.home.sales
const change = new Intl.NumberFormat(texts.locale, {
  style: 'percent',
  signDisplay: 'exceptZero',
  maximumFractionDigits: 0,
})

export interface BeforeProps {
  readonly now: number
  readonly then: number
  readonly show: (value: number) => string
}

/** What it was on the same day a week ago, and by how much it changed since; of nothing there is no share. */
export function Before({ now, then, show }: BeforeProps) {
  const told = words.before(show(then))
  return <>{then > 0 ? `${change.format((now - then) / then)} · ${told}` : told}</>
}
