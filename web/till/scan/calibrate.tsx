import { useEffect, useEffectEvent, useState } from 'react'
import { Bars } from '../../kit/bars.tsx'
import { barcodeFit } from '../../kit/code-fit.ts'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Qr } from '../../kit/qr.tsx'
import { usePrinting } from '../print/use-printing.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { Window } from '../screen/window.tsx'
import { texts } from '../texts.ts'
import styles from './calibrate.module.css'
import { agreed, CALIBRATION_CODE, type Lesson, learnScan, SCANS_NEEDED } from './learn-scanner.ts'
import { type Keystroke, type ScannerSettings, USUAL } from './scanner.ts'
import { setScanner } from './scanner-settings.ts'
import { useScans } from './use-scanner.ts'

const words = texts.calibrate

/** Learns the scanner from three scans of one code. */
export function Calibrate({ onClose }: { readonly onClose: () => void }) {
  const [lessons, setLessons] = useState<readonly ScannerSettings[]>([])
  const [wrong, setWrong] = useState('')
  // What the scanner sends here is looked at key by key, and used for nothing.
  useScans(() => {})
  useBursts((strokes) => {
    const lesson = learnScan(strokes)
    setWrong(wrongWith(lesson))
    if (typeof lesson === 'object' && 'gap' in lesson) setLessons((before) => [...before, lesson])
  })
  const learnt = lessons.length >= SCANS_NEEDED ? agreed(lessons.slice(-SCANS_NEEDED)) : undefined
  const use = (settings: ScannerSettings) => {
    setScanner(settings)
    onClose()
  }
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose}>
      <p>{words.lead}</p>
      <Code />
      <p role="status">{words.scanned(Math.min(lessons.length, SCANS_NEEDED), SCANS_NEEDED)}</p>
      <p role="status" className={form.wrong}>
        {wrong}
      </p>
      {learnt && <Learnt settings={learnt} onUse={() => use(learnt)} />}
      <div className={form.keys}>
        <Key onClick={() => setLessons([])}>{words.again}</Key>
        <Key onClick={() => use(USUAL)}>{words.usual}</Key>
      </div>
    </Window>
  )
}

/** As a QR code and as a barcode: scanners of one line read no other, and some none from a screen. */
function Code() {
  const { print, printing } = usePrinting(async (paper) => {
    const { calibrationPageOf } = await import('../print/calibration-page.ts')
    return calibrationPageOf(CALIBRATION_CODE, paper)
  })
  const fit = barcodeFit(CALIBRATION_CODE, 80)
  return (
    <>
      <div className={styles.code} data-paper="">
        <Qr text={CALIBRATION_CODE} label={words.code} widthMm={40} />
        {fit && <Bars text={CALIBRATION_CODE} label={words.code} fit={fit} />}
        <code>{CALIBRATION_CODE}</code>
      </div>
      <Key icon="print" disabled={printing.is === 'BUSY'} onClick={() => void print()}>
        {printing.is === 'BUSY' ? texts.print.busy : words.print}
      </Key>
      <p role="status" className={form.hint}>
        {printing.is === 'FAILED' && texts.print.problem[printing.kind]}
        {printing.is === 'PRINTED' && texts.print.printed}
      </p>
    </>
  )
}

function Learnt({ settings, onUse }: { readonly settings: ScannerSettings; readonly onUse: () => void }) {
  const { gap, prefix, suffix, byPlace } = settings
  return (
    <section className={styles.learnt}>
      <h3>{words.learnt}</h3>
      <Facts>
        <Fact name={words.gap}>{words.ms(gap)}</Fact>
        <Fact name={words.prefix}>{prefix || words.nothing}</Fact>
        <Fact name={words.suffix}>{suffix || words.nothing}</Fact>
        <Fact name={words.layout}>{byPlace ? words.byPlace : words.asTyped}</Fact>
      </Facts>
      <Key kind="primary" onClick={onUse}>
        {words.keep}
      </Key>
    </section>
  )
}

function wrongWith(lesson: Lesson): string {
  if (lesson === 'SLOW') return words.slow
  return 'instead' in lesson ? words.notIt(lesson.instead) : ''
}

const SILENCE = 200

/** Keys that came together, with the pauses between them. */
function useBursts(heard: (strokes: readonly Keystroke[]) => void): void {
  const latest = useEffectEvent(heard)
  useEffect(() => {
    let strokes: Keystroke[] = []
    let silence: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      const all = strokes
      strokes = []
      // A key alone is the clerk's, on the way to a button.
      if (all.length > SCANS_NEEDED) latest(all)
    }
    const press = (event: KeyboardEvent) => {
      const { key, code, shiftKey: shift, timeStamp: at } = event
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      clearTimeout(silence)
      strokes.push({ key, code, shift, at })
      const isEnd = (key === 'Enter' || key === 'Tab') && strokes.length > SCANS_NEEDED
      if (isEnd) event.preventDefault()
      if (isEnd) end()
      else silence = setTimeout(end, SILENCE)
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(silence)
      document.removeEventListener('keydown', press, { capture: true })
    }
  }, [])
}
