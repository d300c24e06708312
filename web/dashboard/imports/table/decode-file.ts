/** How a file may be written. What is not UTF-8 is most likely a Greek spreadsheet's. */
export const ENCODINGS = ['utf-8', 'windows-1253', 'windows-1252', 'utf-16le'] as const
export type Encoding = (typeof ENCODINGS)[number]

export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1253'
}

/** Without the mark that some programs put before everything else. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
