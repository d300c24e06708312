import type { Random } from '../simulate/random.ts'

type Fields = Record<string, unknown>

const EXTREMES: readonly unknown[] = [
  null,
  true,
  false,
  '',
  ' ',
  0,
  -1,
  -0.001,
  1e15,
  9007199254740992,
  1.7976931348623157e308,
  5e-324,
  '1e309',
  'NaN',
  'Infinity',
  '-0',
  '00',
  '1.005',
  '0x10',
  '١٢',
  '12,50',
  '9'.repeat(400),
  [],
  {},
  [[]],
  [null],
  { id: {} },
  'x'.repeat(10_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e',
  '\ufeff',
  '%00',
  '%',
  "' or 1=1 --",
  '{{x}}',
  '../../etc/passwd',
  '1970-01-01T00:00:00Z',
  '+999999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-14:00',
  -8640000000000001,
  253402300799,
  253402300800,
  'toString',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'EURO',
  'QQQ',
  '🧾'.repeat(60),
]

/** Near-valid: one or two places of a valid value are changed into something else. */
export function spoilt(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value)
  const holder: Fields = { copy }
  for (let left = random.whole(1, 2); left > 0; left--) spoilOne(placesIn(holder), random)
  return holder.copy
}

interface Place {
  readonly holder: Fields
  readonly key: string
}

function spoilOne(places: readonly Place[], random: Random): void {
  const { holder, key } = random.pick(places)
  const value = holder[key]
  switch (random.whole(0, 5)) {
    case 0:
      if (key !== 'copy') delete holder[key]
      return
    case 1:
      if (typeof value === 'object' && value !== null)
        Reflect.set(value, random.pick(['extra', 'toString', 'idd', '']), 1)
      else holder[key] = [value]
      return
    case 2:
      holder[key] =
        typeof value === 'string'
          ? value + random.pick([' ', '\u0000', 'x'.repeat(300), '\ud83d'])
          : JSON.stringify(value)
      return
    default:
      holder[key] = structuredClone(random.pick(EXTREMES))
  }
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: Object(value), key }, ...placesIn(inner)])
}

const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels)

/** Hostile: bodies that no schema is about. */
export const HOSTILE: readonly (readonly [type: string | undefined, body: string | Buffer])[] = [
  ['application/json', deep('[', ']', 50_000)],
  ['application/json', `{"a":${deep('{"a":', '}', 5_000)}}`],
  ['application/json', '{"transaction_amounts":{"total":NaN}}'],
  ['application/json', '{"transaction_amounts":{"total":1e999999}}'],
  ['application/json', `{"transaction_amounts":{"total":${'9'.repeat(100_000)}}}`],
  [
    'application/json',
    '{"id":"a","id":"b","transaction_amounts":{"total":1},"transaction_amounts":{"total":2}}',
  ],
  ['application/json', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
  ['application/json', '{"metadata":{"__proto__":{"a":"b"}}}'],
  ['application/json', '{"name":"\\ud800","code":"\\udc00","reference_number":"\\ud83d"}'],
  ['application/json', '{"name":"\\u0000"}'],
  ['application/json', '\ufeff{"name":"x"}'],
  ['application/json', '{"name":'],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '"text"'],
  ['application/json', '1'],
  ['application/json', ' '],
  ['application/json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['application/json', JSON.stringify({ notes: 'x'.repeat(2_000_000) })],
  ['application/json; charset=utf-16', Buffer.from('{"name":"x"}', 'utf16le')],
  ['application/json;charset=', '{}'],
  ['application/x-www-form-urlencoded', 'a[b][c][d][e][f][g][h][i][j][k][l][m][n][o][p][q]=1'],
  ['application/x-www-form-urlencoded', '__proto__[admin]=1&constructor[prototype][admin]=1'],
  ['application/x-www-form-urlencoded', 'products[999999999][sku]=x'],
  ['application/x-www-form-urlencoded', 'a=%ff%fe&b=%zz&=1&&&'],
  ['application/x-www-form-urlencoded', 'name=%00&code=%ed%a0%80'],
  ['application/x-www-form-urlencoded', 'a[=1&]b=2&a.b.c=3&a[b]=4'],
  ['application/x-www-form-urlencoded', 'toString=1&hasOwnProperty=2&length=3'],
  ['application/x-www-form-urlencoded', Array.from({ length: 30_000 }, (_, n) => `k${n}=1`).join('&')],
  ['text/plain', 'hello'],
  ['text/xml', '<a/>'],
  ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ['application/octet-stream', Buffer.alloc(64)],
  ['', '{}'],
  ['garbage', '{}'],
  [undefined, '{"name":"x"}'],
]
