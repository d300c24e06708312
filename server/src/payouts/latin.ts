/** Letters whose usual Latin spelling is not the letter without its accent. */
const SPELT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "ß=ss Æ=AE æ=ae Œ=OE œ=oe Ø=O ø=o Đ=D đ=d Ł=L ł=l Þ=TH þ=th ı=i &=+ _=- \"=' ’=' “=' ”=' –=- —=- €=EUR",
    'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o',
    'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh',
    'щ=sht ъ=a ы=y ь=- э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ђ=dj љ=lj њ=nj ћ=c џ=dz ј=j',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
)

/** What banks of the SEPA area must take: nothing else gets into a file. */
const TAKEN = /[A-Za-z0-9/\-?:().,'+ ]/

/** A text in the Latin letters that every bank takes, at most so many of them. */
export function latin(text: string, most: number): string {
  const letters = [...text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC')]
  const written = letters.map(spell).join('')
  // Two slashes in a row, or one at an end, have a meaning of their own to banks.
  const plain = written.replaceAll(/\/{2,}/g, '/').replaceAll(/\s+/g, ' ')
  return trimmed(trimmed(plain).slice(0, most))
}

function trimmed(text: string): string {
  return text.replaceAll(/^[/ ]+|[/ ]+$/g, '')
}

function spell(letter: string): string {
  const lower = letter.toLowerCase()
  const known = SPELT[letter] ?? (lower === letter ? undefined : capital(SPELT[lower]))
  const spelt = known ?? letter
  return [...spelt].every((each) => TAKEN.test(each)) ? spelt : '.'
}

function capital(text: string | undefined): string | undefined {
  return text && text.slice(0, 1).toUpperCase() + text.slice(1)
}
