const WIDTH = 30
const EVERY_MS = 100

/** A bar on a terminal, and nothing elsewhere. */
export function showProgress(total: number, sent: () => number): { end(): void } {
  if (!process.stderr.isTTY) return { end: () => {} }
  const draw = () => {
    const done = Math.round((sent() / Math.max(1, total)) * WIDTH)
    process.stderr.write(`\r[${'█'.repeat(done)}${'·'.repeat(WIDTH - done)}] ${sent()} of ${total} baskets`)
  }
  const timer = setInterval(draw, EVERY_MS)
  return {
    end: () => {
      clearInterval(timer)
      draw()
      process.stderr.write('\n')
    },
  }
}
