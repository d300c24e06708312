import { useStanding } from '../api/client.ts'
import { usePrinting } from '../print/use-printing.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { usePrinterChoice } from './kept-printer.ts'

/** A few lines of every alphabet that the shop needs, so that a wrong code page is seen before a customer sees it. */
export function TestPrint() {
  const { venue } = useStanding()
  const { way } = usePrinterChoice()
  const { print, printing } = usePrinting(async (paper) => {
    const { testPageOf } = await import('../print/test-page.ts')
    return testPageOf(venue.name, paper)
  })
  // What the browser prints is the receipt in front, and here is none.
  if (way === 'BROWSER') return null
  return (
    <>
      <Key icon="print" disabled={printing.is === 'BUSY'} onClick={() => void print()}>
        {printing.is === 'BUSY' ? texts.print.busy : texts.settings.test}
      </Key>
      <p role="status" className={form.hint}>
        {printing.is === 'FAILED' && texts.print.problem[printing.kind]}
        {printing.is === 'PRINTED' && texts.print.printed}
      </p>
    </>
  )
}
