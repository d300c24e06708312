import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { ProcessCard } from '../processes/process-card.tsx'
import { isUnderWay, useProcess } from '../processes/use-process.ts'
import { SOON, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'

const words = texts.tray
const LOOKED_AT = 10

/** The long jobs that run, wherever somebody is: how far each is, and the way to stop it. */
export function Tray() {
  const [opened, setOpened] = useState<readonly string[]>()
  const processes = useRead(
    ['processes', 'tray'],
    (client, options) => client.processes.list({ size: LOOKED_AT }, options),
    { interval: SOON },
  )
  const running = (processes.data?.content ?? []).filter(isUnderWay).map(({ id }) => id)
  // What ends while somebody looks at it stays until they have looked.
  const shown = opened && [...new Set([...opened, ...running])]
  return (
    <>
      {running.length > 0 && (
        <Button icon="sync" onClick={() => setOpened(running)}>
          {words.running(running.length)}
        </Button>
      )}
      {shown && (
        <Dialog title={words.title} onClose={() => setOpened(undefined)} isWide>
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

function Job({ id }: { readonly id: string }) {
  const { data } = useProcess(id)
  if (!data) return <SkeletonLines lines={3} />
  return (
    <ProcessCard
      title={wordFor(texts.syncs.kinds, data.kind)}
      process={data}
      unit={wordFor(texts.syncs.units, data.kind)}
    />
  )
}
