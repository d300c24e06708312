import { useState } from 'react'
import { forgetScanner, takeSerialScanner, useHasSerialScanner } from '../scan/serial-scans.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { PrinterProblem } from './printer-problem.ts'

const words = texts.settings

/** A scanner that is no keyboard: it speaks by a serial port. */
export function SerialScanner() {
  const hasOne = useHasSerialScanner()
  const [problem, setProblem] = useState('')
  const take = async () => {
    setProblem('')
    try {
      await takeSerialScanner()
    } catch (error) {
      setProblem(
        error instanceof PrinterProblem && error.kind === 'UNSUPPORTED' ? words.noSerial : words.notChosen,
      )
    }
  }
  return (
    <>
      <p className={form.hint}>{hasOne ? words.hasSerialScanner : words.isKeyboard}</p>
      {hasOne ? (
        <Key onClick={forgetScanner}>{words.forgetScanner}</Key>
      ) : (
        <Key onClick={() => void take()}>{words.serialScanner}</Key>
      )}
      <p role="status" className={form.wrong}>
        {problem}
      </p>
    </>
  )
}
