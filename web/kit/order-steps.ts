import { toldAs } from './first-names.ts'

/** A step of the shop's own within the work on an order. */
export interface Stage {
  readonly id: string
  readonly name: string
}

export interface Staged {
  readonly state: string
  readonly stage: { readonly id: string } | null
}

/** Stages that every business begins with are told in the language of who looks, others as the business calls them. */
export function stageName({ name }: Pick<Stage, 'name'>, known: Readonly<Record<string, string>>): string {
  return toldAs(name, known)
}

/** What brings an order one step on. */
export type Step =
  | { readonly is: 'START_PROGRESS' | 'COMPLETE' }
  | { readonly is: 'STAGE'; readonly stage: Stage }

/** Where an order that is worked on stands; one that was taken up before there were stages stands in the first. */
export function stageOf({ state, stage }: Staged, stages: readonly Stage[]): Stage | undefined {
  if (state !== 'IN_PROGRESS') return undefined
  return stages.find(({ id }) => id === stage?.id) ?? stages[0]
}

/** Where an order may go from here, the usual way first; whoever hands it over at once need not go through every step. */
export function stepsFrom(order: Staged, stages: readonly Stage[]): readonly Step[] {
  switch (order.state) {
    case 'NEW':
      return [{ is: 'START_PROGRESS' }, { is: 'COMPLETE' }]
    case 'ON_HOLD':
      return [{ is: 'START_PROGRESS' }]
    case 'IN_PROGRESS': {
      const here = stageOf(order, stages)
      const next = stages[stages.findIndex(({ id }) => id === here?.id) + 1]
      return next && here ? [{ is: 'STAGE', stage: next }, { is: 'COMPLETE' }] : [{ is: 'COMPLETE' }]
    }
    default:
      return []
  }
}
