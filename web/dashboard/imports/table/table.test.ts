import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoded, encodingOf } from './decode-file.ts'
import { DELIMITERS, parted } from './find-delimiter.ts'
import { type FileProblem, readTable } from './read-table.ts'
import { isWhole, type Table } from './table.ts'
import { tableToFix } from './write-table.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Κωδικός;Τιμή as a Greek spreadsheet writes it. */
const GREEK = Uint8Array.of(
  ...[0xca, 0xf9, 0xe4, 0xe9, 0xea, 0xfc, 0xf2],
  0x3b,
  ...[0xd4, 0xe9, 0xec, 0xde],
  ...bytesOf('\r\nA-1;2,50'),
)
const read = (text: string): Table => {
  const table = readTable(text)
  if ('problem' in table) throw new Error(table.problem)
  return table
}
const cellsOf = (text: string) => read(text).lines.map(({ cells }) => cells)

describe('a file is read as it was written', () => {
  test.each`
    bytes                                             | encoding          | text
    ${bytesOf('Κωδικός,Τιμή')}                        | ${'utf-8'}        | ${'Κωδικός,Τιμή'}
    ${bytesOf('\ufeffΚωδικός,Τιμή')}                  | ${'utf-8'}        | ${'Κωδικός,Τιμή'}
    ${GREEK}                                          | ${'windows-1253'} | ${'Κωδικός;Τιμή\r\nA-1;2,50'}
    ${Uint8Array.of(0xff, 0xfe, 0x9a, 0x03, 0x61, 0)} | ${'utf-16le'}     | ${'Κa'}
    ${new Uint8Array()}                               | ${'utf-8'}        | ${''}
  `('in $encoding: $text', ({ bytes, encoding, text }) => {
    expect(encodingOf(bytes)).toBe(encoding)
    expect(decoded(bytes, encoding)).toBe(text)
  })
})

describe('cells are parted by', () => {
  test.each`
    text                           | delimiter
    ${'sku,name\nA,"x;y;z"'}       | ${','}
    ${'sku;price\nA;2,50\nB;3,50'} | ${';'}
    ${'sku\tname\nA\tTea, green'}  | ${'\t'}
    ${'sku|name'}                  | ${'|'}
    ${'"a;b;c",name\n1,2'}         | ${','}
    ${'\n\nsku;name\nA;B'}         | ${';'}
    ${'sku\nA'}                    | ${','}
  `('"$delimiter" in $text', ({ text, delimiter }) => {
    expect(parted(text)).toEqual({ delimiter, text })
  })

  test('what the file says of itself', () => {
    expect(parted('sep=;\r\na,b;c\r\n')).toEqual({ delimiter: ';', text: 'a,b;c\r\n' })
  })
})

describe('rows', () => {
  test('have their quotes, line ends and delimiters within quotes', () => {
    expect(cellsOf('sku;name\r\nA;"He said ""hi""; twice"\r\nB;"two\r\nlines"\r\nC;5" pipe')).toEqual([
      ['A', 'He said "hi"; twice'],
      ['B', 'two\r\nlines'],
      ['C', '5" pipe'],
    ])
  })

  test('are numbered as in a spreadsheet, also after empty ones', () => {
    expect(read('sku,name\n\nA,x\n,\nB,y\n').lines).toEqual([
      { number: 3, cells: ['A', 'x'] },
      { number: 5, cells: ['B', 'y'] },
    ])
  })

  test('with a cell too many or too few are not whole; empty ones at the end do not count', () => {
    const table = read('sku,name,\nA,x,\nB\nC,y,z\nD,x')
    expect(table.headings).toEqual(['sku', 'name'])
    expect(table.lines.map((line) => isWhole(table, line))).toEqual([true, false, false, true])
  })

  test.each`
    text                              | problem
    ${''}                             | ${{ problem: 'EMPTY' }}
    ${'sku,name\n\n'}                 | ${{ problem: 'EMPTY' }}
    ${'sku,name\nA,"never closed\nB'} | ${{ problem: 'QUOTES' }}
  `(
    'cannot be read from $text',
    ({ text, problem }: { readonly text: string; readonly problem: FileProblem }) => {
      expect(readTable(text)).toMatchObject(problem)
    },
  )
})

describe('the file of rows to fix', () => {
  const table = read('sku;price;error\nA;"1;5";old\nB;x\nC;1;;more')

  test('is the same file with a column that says what is wrong, and has no other of that name', () => {
    const [a, b, c] = table.lines
    if (!a || !b || !c) throw new Error('three lines')
    const refused = [
      { line: a, error: 'price is "1;5"' },
      { line: b, error: 'too short' },
      { line: c, error: 'too long' },
    ]
    expect(tableToFix(table, refused)).toBe(
      '\ufeffsku;price;error\r\nA;"1;5";"price is ""1;5"""\r\nB;x;too short\r\nC;1;more;too long\r\n',
    )
  })

  test('is read again as what it was, whatever stands in it', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim())
    fc.assert(
      fc.property(
        fc.constantFrom(...DELIMITERS),
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        (delimiter, cells) => {
          const lines = cells.map((each, index) => ({ number: index + 2, cells: ['x', ...each] }))
          const headings = ['sku', 'name', 'price', 'notes']
          const written = tableToFix(
            { delimiter, headings, lines },
            lines.map((line) => ({ line, error: 'bad' })),
          )
          const again = parse(written, { delimiter, bom: true })
          expect(again).toEqual([[...headings, 'error'], ...lines.map((line) => [...line.cells, 'bad'])])
          expect(cellsOf(written)).toEqual(lines.map((line) => [...line.cells, 'bad']))
        },
      ),
    )
  })
})
