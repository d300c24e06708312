import { useEffect, useRef, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useToast } from '../../kit/toast.tsx'
import { viewOf } from '../address.ts'
import { useStep } from '../imports/step.ts'
import { Link } from '../link.tsx'
import { ProcessCard, ProgressCard } from '../processes/process-card.tsx'
import type { Facts } from '../processes/progress.ts'
import { isTrial, isUnderWay, nameOf, type Process, useProcess } from '../processes/use-process.ts'
import { SOON, useRead } from '../read.ts'
import { ImportLink } from '../syncs/import-link.tsx'
import { texts, wordFor } from '../texts.ts'
import styles from './tray.module.css'

const words = texts.tray
const LOOKED_AT = 10
const NONE: readonly Listed[] = []

type Listed = Omit<Process, 'rejected'>

/** The long jobs that run, wherever somebody is: how far each is, and the way to stop it. */
export function Tray() {
  const [opened, setOpened] = useState<readonly string[]>()
  const processes = useRead(
    ['processes', 'tray'],
    (client, options) => client.processes.list({ size: LOOKED_AT }, options),
    { interval: SOON },
  )
  const latest = processes.data?.content ?? NONE
  const running = latest.filter(isUnderWay).map(({ id }) => id)
  useEnds(latest)
  const own = useOwn()
  const number = running.length + (own ? 1 : 0)
  // What ends while somebody looks at it stays until they have looked.
  const shown = opened && [...new Set([...opened, ...running])]
  return (
    <>
      {number > 0 && (
        <Button icon="sync" onClick={() => setOpened(running)}>
          <span className={styles.whole}>{words.running(number)}</span>
          <span className={styles.short} aria-hidden="true">
            {number}
          </span>
        </Button>
      )}
      {shown && (
        <Dialog title={words.title} onClose={() => setOpened(undefined)} isWide>
          {own && <Own facts={own} onFollow={() => setOpened(undefined)} />}
          {shown.map((id) => (
            <Job key={id} id={id} />
          ))}
          <p>
            <Link to={viewOf('syncs')} onFollow={() => setOpened(undefined)}>
              {words.all}
            </Link>
          </p>
        </Dialog>
      )}
    </>
  )
}

/** What ran when it was looked at last and has ended since is told, wherever somebody is. */
function useEnds(latest: readonly Listed[]): void {
  const tell = useToast()
  const ran = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    for (const process of latest) {
      if (!ran.current.has(process.id) || isUnderWay(process) || isTrial(process)) continue
      const state = texts.process.states[process.state]
      tell({ text: words.ended(nameOf(process), state), isFailure: process.state === 'FAILED' })
    }
    ran.current = new Set(latest.filter(isUnderWay).map(({ id }) => id))
  }, [latest, tell])
}

function Job({ id }: { readonly id: string }) {
  const { data } = useProcess(id)
  if (!data) return <SkeletonLines lines={3} />
  return <ProcessCard title={nameOf(data)} process={data} unit={wordFor(texts.syncs.units, data.kind)} />
}

/** The import of contacts that this page is in the middle of; what only tries them out is over soon. */
function useOwn(): Facts | undefined {
  const step = useStep('contacts')
  return step.at === 'RUN' && !step.isTrial && step.progress?.by === 'PAGE' ? step.progress.facts : undefined
}

function Own({ facts, onFollow }: { readonly facts: Facts; readonly onFollow: () => void }) {
  return (
    <ProgressCard title={texts.syncs.imports.contacts} facts={facts} unit={texts.syncs.units.PRODUCT_SYNC}>
      {() => (
        <ImportLink name="contacts" onFollow={onFollow}>
          {texts.syncs.toImport}
        </ImportLink>
      )}
    </ProgressCard>
  )
}
