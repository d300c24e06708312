import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Whatever it is asked, it takes the connection and says nothing. */
export interface SilentServer {
  readonly port: number
  /** Somebody is connected and waits. */
  reached(): Promise<void>
  /** Lets everybody go. */
  close(): Promise<void>
}

export async function openSilentServer(): Promise<SilentServer> {
  const waiting = new Set<Socket>()
  const server = createServer((socket) => {
    waiting.add(socket)
    socket.on('error', () => {}).on('close', () => waiting.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    reached: async () => {
      if (waiting.size === 0) await once(server, 'connection')
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of waiting) socket.destroy()
      }),
  }
}
