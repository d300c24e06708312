/**
 * Purchases on their way to the thread that judges them, or kept until they are judged again: numbers, and each text that they
 * name once, by its place among the texts.
 */
export interface PackedPage {
  readonly ids: readonly string[]
  /** Contacts and passes (by the codes that were shown) that are named. */
  readonly contacts: readonly string[]
  readonly passes: readonly string[]
  readonly texts: readonly string[]
  readonly numbers: Float64Array<ArrayBuffer>
}

type Names = Omit<PackedPage, 'numbers'>

/** How many numbers there are, before them, so that they begin where a number of eight bytes may stand. */
const HEAD_BYTES = 8

/** The page as bytes of its own: how many numbers, the numbers, the rest as JSON. */
export function bytesOf({ numbers, ...names }: PackedPage): Uint8Array<ArrayBuffer> {
  const rest = new TextEncoder().encode(JSON.stringify(names satisfies Names))
  const bytes = new Uint8Array(HEAD_BYTES + numbers.byteLength + rest.byteLength)
  new Float64Array(bytes.buffer, 0, 1)[0] = numbers.length
  new Float64Array(bytes.buffer, HEAD_BYTES, numbers.length).set(numbers)
  bytes.set(rest, HEAD_BYTES + numbers.byteLength)
  return bytes
}

/** The numbers are looked at where they are. */
export function pageOfBytes({ buffer }: Uint8Array<ArrayBuffer>): PackedPage {
  const [length = 0] = new Float64Array(buffer, 0, 1)
  const numbers = new Float64Array(buffer, HEAD_BYTES, length)
  const names: Names = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, HEAD_BYTES + numbers.byteLength)),
  )
  return { ...names, numbers }
}
