// Drawn on 16 × 16 with a stroke of 1.5.
const PATHS = {
  check: 'm3.5 8.5 3 3 6-7',
  cross: 'm4 4 8 8m0-8-8 8',
  alert: 'M8 2.2 14.4 13.5H1.6zM8 6.5v3m0 2v.01',
  info: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 7.4v3.4M8 5v.01',
  clock: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 4.8V8l2.2 1.6',
  copy: 'M5.8 5.8h7.4v7.4H5.8zM10.2 5.8v-3H2.8v7.4h3',
  search: 'M7 11.6A4.6 4.6 0 1 0 7 2.4a4.6 4.6 0 0 0 0 9.2m3.4-1.2 3.2 3.2',
  pause: 'M5.5 3.5v9m5-9v9',
  play: 'M5 3.2v9.6L12.6 8z',
  back: 'M13.5 8h-11m4-4.5L2 8l4.5 4.5',
  forward: 'M2.5 8h11m-4-4.5L14 8l-4.5 4.5',
  undo: 'M3 6.5h6.8a3.2 3.2 0 0 1 0 6.5H6M3 6.5l3-3m-3 3 3 3',
  receipt: 'M3.5 1.8h9v12.4l-1.5-1.1-1.5 1.1L8 13.1l-1.5 1.1L5 13.1l-1.5 1.1zM6 5h4M6 8h4',
  wallet:
    'M2 4.5h10.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12zm0 0V4a1.5 1.5 0 0 1 1.5-1.5H11M10.8 9v.01',
  ledger: 'M3 2.2h10v11.6H3zM3 5.8h10M3 9.4h10M8 5.8v8',
  award: 'M8 2v9m0 0 3.5-3.5M8 11 4.5 7.5M3 13.8h10',
  spend: 'M8 11V2m0 0 3.5 3.5M8 2 4.5 5.5M3 13.8h10',
  payout: 'M1.8 4h12.4v8H1.8zM8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4',
} as const

export type IconName = keyof typeof PATHS

// Arrows of time and of reading turn round where the text runs from right to left.
const DIRECTED: ReadonlySet<IconName> = new Set(['back', 'forward', 'undo', 'play'])

/** Decoration beside a text that says the same. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      data-directed={DIRECTED.has(name) || undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
