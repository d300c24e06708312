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
  up: 'M8 13V3m0 0 4 4M8 3 4 7',
  down: 'M8 3v10m0 0 4-4m-4 4L4 9',
  undo: 'M3 6.5h6.8a3.2 3.2 0 0 1 0 6.5H6M3 6.5l3-3m-3 3 3 3',
  receipt: 'M3.5 1.8h9v12.4l-1.5-1.1-1.5 1.1L8 13.1l-1.5 1.1L5 13.1l-1.5 1.1zM6 5h4M6 8h4',
  wallet:
    'M2 4.5h10.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12zm0 0V4a1.5 1.5 0 0 1 1.5-1.5H11M10.8 9v.01',
  ledger: 'M3 2.2h10v11.6H3zM3 5.8h10M3 9.4h10M8 5.8v8',
  award: 'M8 2v9m0 0 3.5-3.5M8 11 4.5 7.5M3 13.8h10',
  spend: 'M8 11V2m0 0 3.5 3.5M8 2 4.5 5.5M3 13.8h10',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6m-5.5 6a5.5 5.5 0 0 1 11 0',
  minus: 'M3 8h10',
  card: 'M1.8 3.5h12.4v9H1.8zM1.8 6.5h12.4',
  print: 'M4.5 6V2h7v4m-7 5.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z',
  log: 'M2.5 3.5h11m-11 4.5h11m-11 4.5h7',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5v.01M6.7 6.5v.01M9.3 6.5v.01M12 6.5v.01M4.5 9.5h7',
  line: 'M2 6.2a9 9 0 0 1 12 0M4.3 8.7a5.5 5.5 0 0 1 7.4 0M8 12v.01',
  noLine: 'M2 6.2a9 9 0 0 1 12 0M4.3 8.7a5.5 5.5 0 0 1 7.4 0M8 12v.01M2.5 2l11 12',
  gift: 'M2 6h12v3H2zM3 9v5.2h10V9M8 6v8.2M8 6C5 6 4.2 1.8 6.2 1.8 7.4 1.8 8 4 8 6c0-2 .6-4.2 1.8-4.2C11.8 1.8 11 6 8 6',
  scan: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M4 8h8',
  inbox: 'M2 9.5 4 2.5h8l2 7v4H2zM2 9.5h3.5l1 2h3l1-2H14',
  payout: 'M1.8 4h12.4v8H1.8zM8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4',
  share: 'M8 10V1.8m0 0L5.2 4.6M8 1.8l2.8 2.8M5 7H3v7h10V7h-2',
  addTo:
    'M3.5 1.8h9a1.7 1.7 0 0 1 1.7 1.7v9a1.7 1.7 0 0 1-1.7 1.7h-9a1.7 1.7 0 0 1-1.7-1.7v-9a1.7 1.7 0 0 1 1.7-1.7M8 5v6M5 8h6',
  home: 'M2 7.4 8 2.2l6 5.2M3.6 6.2v7.4h8.8V6.2M6.5 13.5V9.4h3v4.1',
  people:
    'M6 7.4A2.6 2.6 0 1 0 6 2.2a2.6 2.6 0 0 0 0 5.2M1.4 13.6a4.6 4.6 0 0 1 9.2 0m.3-11.1a2.6 2.6 0 0 1 0 4.6m1.4 2.5a4.6 4.6 0 0 1 2.3 4',
  tag: 'M2.2 2.2h5.6l6 6-5.6 5.6-6-6zM5.2 5.2v.01',
  box: 'm8 1.8 5.6 3v6.4L8 14.2l-5.6-3V4.8zM2.6 5 8 8m0 0 5.4-3M8 8v6',
  bag: 'M3 5.2h10l.8 8.8H2.2zM5.6 7V4.4a2.4 2.4 0 0 1 4.8 0V7',
  store:
    'M2.6 6.4v7.2h10.8V6.4M1.8 6.2 3 2.4h10l1.2 3.8a2 2 0 0 1-4.1.3 2.1 2.1 0 0 1-4.2 0 2 2 0 0 1-4.1-.3M6.4 13.4V10h3.2v3.4',
  chart: 'M2.2 2v12h11.6M5.2 11V8m3 3V4.6m3 6.4V6.6',
  key: 'M5.4 13.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6M7.6 8l5.6-5.6M10.6 5l2 2',
  hook: 'M8 9.4a2.3 2.3 0 1 0-2.2-3M5.8 6.4 3.6 10m0 0a2.2 2.2 0 1 0 2 3.2h4.6M8.6 6.2l2.4 4m-1.2 3a2.2 2.2 0 1 0 1.4-3.2',
  list: 'M5.4 4h8.4M5.4 8h8.4m-8.4 4h8.4M2.4 4v.01M2.4 8v.01M2.4 12v.01',
  flask: 'M6.2 1.8v4.6L2.6 13a.8.8 0 0 0 .7 1.2h9.4a.8.8 0 0 0 .7-1.2L9.8 6.4V1.8M5.2 1.8h5.6M4.6 10h6.8',
  sync: 'M13.4 6.4A5.6 5.6 0 0 0 3.2 5M2.6 9.6A5.6 5.6 0 0 0 12.8 11M3 2v3.2h3.2M13 14v-3.2H9.8',
  shield: 'M8 1.8 13.4 4v4c0 3-2.2 5.2-5.4 6.4C4.8 13.2 2.6 11 2.6 8V4zM5.6 8l1.8 1.8L10.6 6.4',
  gear: 'M8 10.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8M8 1.6v2m0 8.8v2M1.6 8h2m8.8 0h2M3.5 3.5l1.4 1.4m6.2 6.2 1.4 1.4m0-9-1.4 1.4m-6.2 6.2-1.4 1.4',
  menu: 'M2.4 4.4h11.2M2.4 8h11.2M2.4 11.6h11.2',
  plus: 'M8 3v10M3 8h10',
  edit: 'M2.6 13.4l.7-3.2 7-7 2.5 2.5-7 7zM8.9 4.6l2.5 2.5',
  download: 'M8 2.2v7.6m0 0 3-3m-3 3-3-3M2.6 10.8v2.8h10.8v-2.8',
  trash: 'M2.8 4.2h10.4M6 4V2.2h4V4M4.2 4.2l.6 9.6h6.4l.6-9.6M6.6 6.8v4.4m2.8-4.4v4.4',
  light:
    'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M8 1.4v1.4m0 10.4v1.4M1.4 8h1.4m10.4 0h1.4M3.3 3.3l1 1m7.4 7.4 1 1m0-9.4-1 1m-7.4 7.4-1 1',
  dark: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7',
  contrast: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 1.8v12.4M9.6 5h3.6M9.6 8h4.4m-4.4 3h3.6',
  collapse: 'M9.4 4 5.4 8l4 4M13 4 9 8l4 4',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  dot: 'M8 9.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4',
  book: 'M8 4a3 3 0 0 0-2.6-1.6H2.2v10h3.4A2.8 2.8 0 0 1 8 13.8a2.8 2.8 0 0 1 2.4-1.4h3.4v-10h-3.2A3 3 0 0 0 8 4m0 0v9.6',
} as const

export type IconName = keyof typeof PATHS

// Arrows of time and of reading turn round where the text runs from right to left.
const DIRECTED: ReadonlySet<IconName> = new Set(['back', 'forward', 'undo', 'play', 'collapse', 'chevron'])

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
