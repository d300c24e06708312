import net from 'node:net'
import { type CheckOptions, checkedAddress, inTime, noAnswerWithin, whyFailed } from '../outgoing/index.ts'
import type { Outcome, PrinterSettings } from './adaptor.ts'

/** Sends a ticket to a network printer, once. Printed it counts when all of it was taken and the connection closed without an error. */
export async function print(
  { host, port }: PrinterSettings,
  ticket: Uint8Array,
  options: CheckOptions & { readonly withinMs: number },
): Promise<Outcome> {
  const signal = AbortSignal.timeout(options.withinMs)
  try {
    const { address, family } = await inTime(checkedAddress(host, options), signal)
    await write({ host: address, port, family }, ticket, signal)
    return { error: undefined }
  } catch (error) {
    return { error: signal.aborted ? noAnswerWithin(options.withinMs) : whyFailed(error) }
  }
}

function write(to: net.TcpNetConnectOpts, ticket: Uint8Array, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ ...to, signal })
    socket.on('error', reject)
    socket.on('connect', () => socket.end(ticket))
    // Many printers say how they are in between: what they say is not needed, but has to be read for the end to come.
    socket.resume()
    socket.on('close', (failed) => (failed ? undefined : resolve()))
  })
}
