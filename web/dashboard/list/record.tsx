import type { ReactNode } from 'react'
import { Answer, type Asked } from '../../kit/answer.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { Head } from './head.tsx'

const KINDS = { ...texts.lists.one, tools: texts.promotions.one } as const

export interface RecordPageProps<Data> {
  readonly of: Asked<Data>
  /** The list that it is in. */
  readonly view: keyof typeof KINDS
  /** About as many lines as it will have. */
  readonly lines: number
  readonly children: (data: Data) => ReactNode
}

/** The page of one record: until it is there, and where there is none, it is headed by its kind and leads back to its list. */
export function RecordPage<Data>({ of, view, lines, children }: RecordPageProps<Data>) {
  return (
    <div className={styles.parts}>
      {of.data === undefined && (
        <Head title={KINDS[view]} above={{ name: texts.views[view], to: viewOf(view) }} />
      )}
      <Answer to={of} waiting={<SkeletonLines lines={lines} />}>
        {children}
      </Answer>
    </div>
  )
}
