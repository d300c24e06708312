import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useStanding } from '../api/client.ts'
import { openDisplay } from '../display/open-display.ts'
import { REWARDS_AS, showRewardsAs, useRewardsAs } from '../pay/rewards-as.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { areShortcutsOn, setShortcuts } from '../screen/shortcuts.ts'
import { Window } from '../screen/window.tsx'
import { readClerk, setClerk } from '../session/clerk.ts'
import { currentLanguage, LANGUAGES, type Language, speak } from '../texts/language.ts'
import { texts } from '../texts.ts'
import { LimitSettings } from '../undo/limit-settings.tsx'
import { choosePrinter, usePrinterChoice, WAYS } from './kept-printer.ts'
import { PrinterProblem, type PrinterProblemKind } from './printer-problem.ts'
import { chooseSerial } from './serial.ts'
import { SerialScanner } from './serial-scanner.tsx'
import styles from './settings.module.css'
import { TestPrint } from './test-print.tsx'
import { chooseUsbPrinter } from './usb.ts'

const words = texts.settings

export interface SettingsProps {
  readonly onCalibrate: () => void
  readonly onClose: () => void
}

/** What stays with this device: its language, who stands at it, its printer, scanner, the customers' screen, and what needs a manager. */
export function Settings({ onCalibrate, onClose }: SettingsProps) {
  const id = useId()
  const [hasShortcuts, setHas] = useState(areShortcutsOn)
  return (
    <Window title={words.title} closeLabel={texts.close} onClose={onClose}>
      <div className={form.form}>
        <label htmlFor={`${id}-language`}>{words.language}</label>
        <select
          id={`${id}-language`}
          value={currentLanguage}
          onChange={(event) => speak(event.target.value as Language)}
          data-autofocus=""
        >
          {Object.entries(LANGUAGES).map(([name, { language }]) => (
            <option key={name} value={name} lang={name}>
              {language}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-clerk`}>{words.clerk}</label>
        <input
          id={`${id}-clerk`}
          defaultValue={readClerk()}
          onChange={(event) => setClerk(event.target.value)}
          maxLength={40}
          autoComplete="off"
        />
      </div>
      <Printer />
      <section className={styles.part}>
        <h3>{words.scanner}</h3>
        <Key icon="scan" onClick={onCalibrate}>
          {words.calibrate}
        </Key>
        <SerialScanner />
      </section>
      <section className={styles.part}>
        <h3>{words.display}</h3>
        <p className={form.hint}>{words.displayMeans}</p>
        <Key onClick={openDisplay}>{words.openDisplay}</Key>
      </section>
      <RewardsShown />
      <section className={styles.part}>
        <LimitSettings />
      </section>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hasShortcuts}
          onChange={(event) => {
            setShortcuts(event.target.checked)
            setHas(event.target.checked)
          }}
        />
        {words.shortcuts}
      </label>
      <p className={form.hint}>{words.kept}</p>
    </Window>
  )
}

/** The guide leaves it to the shop; the platform takes either. */
function RewardsShown() {
  const as = useRewardsAs()
  return (
    <section className={styles.part}>
      <fieldset className={styles.papers}>
        <legend>{words.rewardsAs}</legend>
        <div className={form.keys}>
          {REWARDS_AS.map((each) => (
            <Key key={each} aria-pressed={as === each} onClick={() => showRewardsAs(each)}>
              {words.rewards[each]}
            </Key>
          ))}
        </div>
      </fieldset>
    </section>
  )
}

function Printer() {
  const id = useId()
  const choice = usePrinterChoice()
  const [problem, setProblem] = useState<PrinterProblemKind>()
  const choose = async () => {
    setProblem(undefined)
    try {
      if (choice.way === 'USB') choosePrinter({ name: await chooseUsbPrinter() })
      else {
        await chooseSerial('printer')
        choosePrinter({ name: texts.settings.ways.SERIAL })
      }
    } catch (error) {
      setProblem(error instanceof PrinterProblem ? error.kind : 'REFUSED')
    }
  }
  const isPort = choice.way === 'USB' || choice.way === 'SERIAL'
  return (
    <section className={styles.part}>
      <div className={form.form}>
        <label htmlFor={id}>{words.printer}</label>
        <select
          id={id}
          value={choice.way}
          onChange={(event) => {
            setProblem(undefined)
            const way = WAYS.find((each) => each === event.target.value)
            if (way) choosePrinter({ way, name: '' })
          }}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {words.ways[way]}
            </option>
          ))}
        </select>
      </div>
      {isPort && <Key onClick={() => void choose()}>{words.choose}</Key>}
      {isPort && choice.name !== '' && <p className={form.hint}>{words.chosen(choice.name)}</p>}
      {choice.way === 'NETWORK' && <NetworkPrinters />}
      <p role="status" className={form.wrong}>
        {problem && texts.print.problem[problem]}
      </p>
      <fieldset className={styles.papers}>
        <legend>{words.paper}</legend>
        <div className={form.keys}>
          {([58, 80] as const).map((paper) => (
            <Key key={paper} aria-pressed={choice.paper === paper} onClick={() => choosePrinter({ paper })}>
              {texts.print.mm(paper)}
            </Key>
          ))}
        </div>
      </fieldset>
      <TestPrint />
    </section>
  )
}

const MOST = 100

/** Printers that the server reaches: those that orders are printed on. */
function NetworkPrinters() {
  const id = useId()
  const { client } = useStanding()
  const { name } = usePrinterChoice()
  const adaptors = useQuery({
    queryKey: ['printers'],
    queryFn: async () => {
      const { content } = await client.orderAdaptors.list({ size: MOST })
      return content.filter(({ kind, state }) => kind === 'PRINTER' && state === 'ENABLED')
    },
  })
  return (
    <Answer to={adaptors} waiting={<SkeletonLines lines={2} />}>
      {(printers) =>
        printers.length === 0 ? (
          <p className={form.hint}>{words.noNetworkPrinter}</p>
        ) : (
          <div className={form.form}>
            <label htmlFor={id}>{words.networkPrinter}</label>
            <select id={id} value={name} onChange={(event) => choosePrinter({ name: event.target.value })}>
              <option value="">–</option>
              {printers.map((printer) => (
                <option key={printer.id} value={printer.id}>
                  {printer.name}
                </option>
              ))}
            </select>
          </div>
        )
      }
    </Answer>
  )
}
