/**
 * Keeps what a pure function made of a text, for texts that come again and again, such as calendar days. Emptied when it holds
 * `most`, so that nothing grows for ever.
 */
export function remembered<Made>(make: (text: string) => Made, most = 1_000): (text: string) => Made {
  const known = new Map<string, Made>()
  return (text) => {
    const there = known.get(text)
    if (there !== undefined) return there
    if (known.size >= most) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** The same for one thing that is asked for again and again before the next one is, such as the basket that is judged. */
export function rememberedLast<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  let last: { readonly of: Of; readonly made: Made } | undefined
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) }
    return last.made
  }
}
