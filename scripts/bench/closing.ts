type Close = () => Promise<void> | void

const open: Close[] = []
let closing: Promise<void> | undefined

/** What was started is ended in reverse order, at the end of the run and on Ctrl-C alike. */
export function closeLater(close: Close): void {
  open.push(close)
}

export function closeAll(): Promise<void> {
  closing ??= (async () => {
    for (let close = open.pop(); close; close = open.pop()) {
      try {
        await close()
      } catch (error) {
        console.error('bench: while cleaning up:', error)
      }
    }
    closing = undefined
  })()
  return closing
}

export function closeOnSignal(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      console.error(`\nbench: stopping what was started (${signal}).`)
      void closeAll().finally(() => process.exit(code))
    })
  }
}
