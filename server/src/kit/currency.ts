// Minor units by ISO 4217 where they differ from two.
const WITHOUT_MINOR = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const WITH_THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

const digitsOf = new Map<string, number>([
  ...Intl.supportedValuesOf('currency').map((code) => [code, 2] as const),
  ...WITHOUT_MINOR.map((code) => [code, 0] as const),
  ...WITH_THREE.map((code) => [code, 3] as const),
])

export function isCurrency(code: string): boolean {
  return digitsOf.has(code)
}

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2
}
