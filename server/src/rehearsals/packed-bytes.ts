/**
 * Purchases on their way to the thread that judges them, or kept until they are judged again: amounts, numbers, and names, each
 * the place of a text that stands there once.
 */
export interface PackedPage {
  readonly ids: readonly string[]
  /** Contacts and passes (by the codes that were shown) that are named: places of their texts. */
  readonly contacts: readonly number[]
  readonly passes: readonly number[]
  readonly texts: readonly string[]
  readonly amounts: BigInt64Array<ArrayBuffer>
  readonly numbers: Float64Array<ArrayBuffer>
  readonly names: Int32Array<ArrayBuffer>
}

type Rest = Pick<PackedPage, 'ids' | 'contacts' | 'passes' | 'texts'>

/** How many amounts, numbers and names there are. */
const HEAD = 3
const HEAD_BYTES = HEAD * Float64Array.BYTES_PER_ELEMENT

/** The page as bytes of its own: how many there are of each, they themselves, the widest first, and the rest as JSON. */
export function bytesOf({ amounts, numbers, names, ...rest }: PackedPage): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(rest satisfies Rest))
  const places = placesOf(amounts.length, numbers.length, names.length)
  const bytes = new Uint8Array(places.rest + text.byteLength)
  new Float64Array(bytes.buffer, 0, HEAD).set([amounts.length, numbers.length, names.length])
  new BigInt64Array(bytes.buffer, places.amounts, amounts.length).set(amounts)
  new Float64Array(bytes.buffer, places.numbers, numbers.length).set(numbers)
  new Int32Array(bytes.buffer, places.names, names.length).set(names)
  bytes.set(text, places.rest)
  return bytes
}

/** All but the rest is looked at where it is. */
export function pageOfBytes({ buffer }: Uint8Array<ArrayBuffer>): PackedPage {
  const [amounts = 0, numbers = 0, names = 0] = new Float64Array(buffer, 0, HEAD)
  const places = placesOf(amounts, numbers, names)
  const rest: Rest = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, places.rest)))
  return {
    ...rest,
    amounts: new BigInt64Array(buffer, places.amounts, amounts),
    numbers: new Float64Array(buffer, places.numbers, numbers),
    names: new Int32Array(buffer, places.names, names),
  }
}

/** Where each begins: what takes eight bytes stands where it may. */
function placesOf(amounts: number, numbers: number, names: number) {
  const ofNumbers = HEAD_BYTES + amounts * BigInt64Array.BYTES_PER_ELEMENT
  const ofNames = ofNumbers + numbers * Float64Array.BYTES_PER_ELEMENT
  const ofRest = ofNames + names * Int32Array.BYTES_PER_ELEMENT
  return { amounts: HEAD_BYTES, numbers: ofNumbers, names: ofNames, rest: ofRest }
}
