export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export interface Parted {
  readonly delimiter: Delimiter
  /** What is left to read: without the line in which some spreadsheets say the delimiter. */
  readonly text: string
}

const SAYS_IT = /^sep=(.)\r?\n/i

/** What parts the cells: as the file says, or else what the headings hold most of outside of quotes. */
export function parted(text: string): Parted {
  const said = SAYS_IT.exec(text)
  const delimiter = DELIMITERS.find((each) => each === said?.[1])
  if (said && delimiter) return { delimiter, text: text.slice(said[0].length) }
  return { delimiter: mostOf(headLine(text)), text }
}

function mostOf(line: string): Delimiter {
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((each) => bare.split(each).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function headLine(text: string): string {
  return /\S.*/.exec(text)?.[0] ?? ''
}
