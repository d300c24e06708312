/** What became of a try: taken, never to be taken, nobody there any more, or perhaps later. */
export type Outcome =
  | { readonly kind: 'SENT' }
  | { readonly kind: 'REFUSED'; readonly error: string }
  | { readonly kind: 'GONE'; readonly error: string }
  | {
      readonly kind: 'FAILED'
      readonly error: string
      /** Seconds that the service asks to be left alone. */
      readonly retryAfter?: number | undefined
    }
