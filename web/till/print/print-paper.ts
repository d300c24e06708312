import { edgeMm, type PaperMm } from '../../kit/code-fit.ts'

const PX_PER_MM = 96 / 25.4
const FEED_MM = 6

/** Prints the receipt alone, on a page as wide as the roll and as long as the receipt. */
export function printPaper(paper: PaperMm): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pageRule(paper))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const done = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
  addEventListener('afterprint', done, { once: true })
  print()
}

function pageRule(paper: PaperMm): string {
  const height = document.querySelector('[data-paper]')?.scrollHeight ?? 0
  return `@page { size: ${paper}mm ${Math.ceil(height / PX_PER_MM) + FEED_MM}mm; margin: 0 ${edgeMm(paper)}mm; }`
}
