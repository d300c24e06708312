import { Button } from '../../kit/button.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { ProcessCard, ProgressCard } from '../processes/process-card.tsx'
import type { Progress } from './send/sending.ts'
import { words } from './texts.ts'

/** How far the rows are: the jobs of the server, or what this page sends by itself. */
export function Sent({
  progress,
  onStop,
}: {
  readonly progress: Progress | undefined
  readonly onStop: () => void
}) {
  const stop = <Button onClick={onStop}>{words.stop}</Button>
  if (progress?.by === 'PAGE') {
    return (
      <ProgressCard title={words.progress} facts={progress.facts} unit={words.unit}>
        {() => stop}
      </ProgressCard>
    )
  }
  const processes = progress?.processes ?? []
  const isOver = processes.some(({ state }) => state === 'FAILED' || state === 'CANCELLED')
  return (
    <>
      {processes.length === 0 && <SkeletonLines lines={3} />}
      {processes.map((process, index) => (
        <ProcessCard
          key={process.id}
          title={processes.length === 1 ? words.progress : words.part(index + 1, processes.length)}
          process={process}
          unit={words.unit}
        />
      ))}
      {isOver && <div>{stop}</div>}
    </>
  )
}
