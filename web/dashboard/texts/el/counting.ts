export const locale = 'el-GR'

export const count = new Intl.NumberFormat(locale)

export function many(number: number, one: string, more: string): string {
  return `${count.format(number)} ${number === 1 ? one : more}`
}
