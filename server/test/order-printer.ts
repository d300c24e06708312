import net from 'node:net'

/** A printer in the network: it keeps the bytes of every ticket. */
export interface OrderPrinter {
  readonly port: number
  readonly tickets: Buffer[]
  close(): void
}

export async function openPrinter(port = 0): Promise<OrderPrinter> {
  const tickets: Buffer[] = []
  const printer = net.createServer((socket) => {
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('end', () => {
      tickets.push(Buffer.concat(parts))
      socket.end()
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => printer.listen(port, '127.0.0.1', resolve))
  const address = printer.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    tickets,
    close: () => void printer.close(),
  }
}

/** What the QR command (GS ( k, function 80) stores to be printed. */
export function qrOf(ticket: Buffer): string {
  const store = Buffer.from([0x31, 0x50, 0x30])
  const at = ticket.indexOf(store)
  const length = (ticket[at - 2] ?? 0) + 256 * (ticket[at - 1] ?? 0) - store.length
  return ticket.subarray(at + store.length, at + store.length + length).toString('latin1')
}
