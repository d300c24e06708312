import { type KeyboardEvent, type PointerEvent, useId } from 'react'
import { type KitWords, useWords } from '../words.ts'
import { Axis } from './axis.tsx'
import styles from './chart.module.css'
import type { ChartProps, Over } from './chart.tsx'
import { Bars, Lines, Patterns } from './marks.tsx'
import { LineOver, overText, scaleOf } from './over.tsx'
import { niceScale } from './scale.ts'
import { useWidth } from './use-width.ts'

/** Where a value and a point stand, in pixels. */
export interface Plot {
  readonly width: number
  readonly height: number
  readonly start: number
  /** Room at the end, for figures of a line over the bars. */
  readonly end: number
  readonly from: number
  readonly to: number
  readonly slot: number
  readonly y: (value: number) => number
  readonly middle: (at: number) => number
}

const BELOW = 24
const ABOVE = 8
const DIGIT = 7

export interface DrawingProps extends ChartProps {
  /** The point that is looked at; what it says stands above. */
  readonly at: number | undefined
  readonly onPoint: (at: number | undefined) => void
}

export function Drawing(props: DrawingProps) {
  const { title, kind, labels, feet = labels, series, over, show, isCount = false, height = 220 } = props
  const { at, onPoint } = props
  const [place, width] = useWidth()
  const words = useWords()
  const id = useId()
  const isStacked = kind !== 'lines'
  const heights = isStacked
    ? labels.map((_, point) => series.reduce((sum, { values }) => sum + Math.max(0, values[point] ?? 0), 0))
    : series.flatMap(({ values }) => values)
  const lows = series.flatMap(({ values }) => values)
  const scale = niceScale([...heights, ...lows], isCount)
  const start = Math.max(32, 12 + DIGIT * Math.max(show(scale.to).length, show(scale.from).length))
  const plot = plotOf({
    width,
    height,
    start,
    end: over ? scaleOf(over).room : 0,
    count: labels.length,
    scale,
  })
  const move = (event: KeyboardEvent) => {
    const next = steppedTo(event.key, at ?? labels.length - 1, labels.length)
    if (next === undefined) return
    event.preventDefault()
    onPoint(next)
  }
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - start
    onPoint(Math.min(labels.length - 1, Math.max(0, Math.floor(x / plot.slot))))
  }
  const shown = Math.min(at ?? labels.length - 1, labels.length - 1)
  return (
    <>
      <div
        ref={place}
        className={styles.place}
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, labels.length)}
        aria-valuenow={shown + 1}
        aria-valuetext={`${labels[shown] ?? ''}: ${valuesAt({ series, over, show, words }, shown)}`}
        aria-readonly="true"
        onKeyDown={move}
        onPointerMove={point}
        onPointerLeave={() => onPoint(undefined)}
        onBlur={() => onPoint(undefined)}
      >
        <svg width={width} height={height} aria-hidden="true" className={styles.svg}>
          <Patterns id={id} count={series.length} />
          <Axis plot={plot} scale={scale} labels={feet} show={show} />
          {kind === 'bars' ? (
            <Bars id={id} plot={plot} series={series} />
          ) : (
            <Lines id={id} plot={plot} series={series} isFilled={kind === 'area'} />
          )}
          {over && <LineOver over={over} plot={plot} index={series.length} />}
          {at !== undefined && (
            <line
              x1={plot.middle(at)}
              x2={plot.middle(at)}
              y1={ABOVE}
              y2={height - BELOW}
              className={styles.pointer}
            />
          )}
        </svg>
      </div>
      {(series.length > 1 || over) && <Legend series={[...series, ...(over ? [over] : [])]} />}
    </>
  )
}

function Legend({ series }: { readonly series: readonly { readonly name: string }[] }) {
  return (
    <p className={styles.legend}>
      {series.map(({ name }, index) => (
        <span key={name} data-series={index}>
          {name}
        </span>
      ))}
    </p>
  )
}

interface Said extends Pick<ChartProps, 'series' | 'show'> {
  readonly over: Over | undefined
  readonly words: KitWords
}

/** What the series say at one point, in words. */
export function valuesAt({ series, over, show, words }: Said, point: number): string {
  const measured = over && overText(over, point)
  return [
    ...series.map(({ name, values }) => words.point(name, show(values[point] ?? 0))),
    ...(measured === undefined ? [] : [words.point(over?.name ?? '', measured)]),
  ].join(', ')
}

function steppedTo(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, at + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

interface PlotOf {
  readonly width: number
  readonly height: number
  readonly start: number
  readonly end: number
  readonly count: number
  readonly scale: { readonly from: number; readonly to: number }
}

function plotOf({ width, height, start, end, count, scale }: PlotOf): Plot {
  const room = height - BELOW - ABOVE
  const slot = Math.max(1, width - start - end) / Math.max(1, count)
  return {
    width,
    height,
    start,
    end,
    from: scale.from,
    to: scale.to,
    slot,
    y: (value) => ABOVE + room - ((value - scale.from) / (scale.to - scale.from)) * room,
    middle: (at) => start + slot * (at + 0.5),
  }
}
