let mark = ''

/** With what the name of every file begins from now on, such as that its figures are of a test. */
export function markFiles(beginning: string): void {
  mark = beginning
}

/** Hands the viewer a file that was made on this page. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${mark}${name}`.replace(/[^\p{L}\p{N}._ -]/gu, '-')
  link.click()
  URL.revokeObjectURL(address)
}
