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

// The first that fits: most call themselves what others are called, too.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** What others call it: the browser and what it runs on, as far as they are known; or else as it calls itself. */
export function toldDevice(userAgent: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1]
  const known = [browser, deviceName(userAgent)].filter((each) => each !== undefined)
  return known.length === 0 ? userAgent : known.join(' · ')
}
