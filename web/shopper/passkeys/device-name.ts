const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
]

/** By which the owner knows the device again in a list; undefined: nothing is known of it. */
export function deviceName(userAgent: string): string | undefined {
  return DEVICES.find(([sign]) => sign.test(userAgent))?.[1]
}
