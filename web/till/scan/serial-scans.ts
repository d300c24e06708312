import { useEffect, useSyncExternalStore } from 'react'
import { BAUD, chooseSerial, forgetSerial, hasSerial, type Port, serialPort } from '../devices/serial.ts'
import { scannedText } from './scanner.ts'
import { scannerSettings } from './scanner-settings.ts'
import { deliverScan } from './use-scanner.ts'

const listeners = new Set<() => void>()

export function useHasSerialScanner(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => hasSerial('scanner'),
  )
}

/** Asks the clerk for the port; what comes from it from now on are scans. */
export async function takeSerialScanner(): Promise<void> {
  await chooseSerial('scanner')
  for (const changed of listeners) changed()
}

export function forgetScanner(): void {
  forgetSerial('scanner')
  for (const changed of listeners) changed()
}

/** Hears the scanner at the serial port, where there is one, for as long as it is shown. */
export function useSerialScans(): void {
  const hasOne = useHasSerialScanner()
  useEffect(() => {
    if (!hasOne) return
    const gone = new AbortController()
    // Unplugged, or taken by another program: the keyboard is still there.
    void hearScanner(gone.signal).catch(() => {})
    return () => gone.abort()
  }, [hasOne])
}

async function hearScanner(gone: AbortSignal): Promise<void> {
  const port = await serialPort('scanner')
  if (!port || gone.aborted) return
  await port.open({ baudRate: BAUD })
  try {
    await readLines(port, gone, (line) => {
      const code = scannedText(line, scannerSettings())
      if (code !== undefined) deliverScan(code)
    })
  } finally {
    await port.close().catch(() => {})
  }
}

const END = /[\r\n\t]+/

/** Each line is a code; what is not ended yet waits for its end. */
async function readLines(
  { readable }: Port,
  gone: AbortSignal,
  heard: (line: string) => void,
): Promise<void> {
  const reader = readable?.getReader()
  if (!reader) return
  gone.addEventListener('abort', () => void reader.cancel().catch(() => {}))
  const letters = new TextDecoder()
  let begun = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const [rest = '', ...lines] = (begun + letters.decode(value, { stream: true })).split(END).reverse()
      begun = rest
      for (const line of lines.reverse()) heard(line)
    }
  } finally {
    reader.releaseLock()
  }
}
