/**
 * Collects commands and hands them on in groups, one group a free slot. There is no timer: a group leaves as soon as a slot is
 * free, so an idle server adds no wait; a further slot opens only for a queue of some length, so under load groups grow
 * instead of splitting into many small ones.
 */
export interface GroupCommit<Command, Answer> {
  /** The command's own answer; rejects with the command's own refusal. */
  add(command: Command): Promise<Answer>
  /** Ends when everything that was added is answered. */
  drain(): Promise<void>
  /** Commands that are not answered yet: in the queue, or in a group that runs. */
  readonly unanswered: number
}

/** What a slot gives back for one command: its answer, or why it was refused. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly refused: unknown }

export interface GroupCommitOptions<Command, Answer> {
  /** Runs one group in one transaction; outcomes in the order of the commands. Throws if the transaction failed. */
  readonly run: (commands: readonly Command[], slot: number) => Promise<readonly Outcome<Answer>[]>
  readonly slots: number
  /** Most commands of one group. */
  readonly size: number
  /** Least length of the queue for which a second or further slot opens. */
  readonly fill: number
  /** Most commands waiting; beyond it `overloaded` says what to answer. */
  readonly bound: number
  readonly overloaded: () => Error
  /** Commands that waited past their deadline are refused before any work is begun for them. */
  readonly expired: (command: Command) => Error | undefined
  /** True for errors of the transaction that may succeed when tried again (serialization, deadlock, connection lost). */
  readonly passing: (error: unknown) => boolean
}

interface Waiting<Command, Answer> {
  readonly command: Command
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: unknown) => void
}

const TRIES_ALONE = 7

export function groupCommit<Command, Answer>(
  options: GroupCommitOptions<Command, Answer>,
): GroupCommit<Command, Answer> {
  const queue: Waiting<Command, Answer>[] = []
  const free = Array.from({ length: options.slots }, (_, slot) => slot).reverse()
  const idle: (() => void)[] = []
  let armed = false
  let running = 0

  const settle = ({ resolve, reject }: Waiting<Command, Answer>, outcome: Outcome<Answer>) => {
    if ('answer' in outcome) resolve(outcome.answer)
    else reject(outcome.refused)
  }

  const mayStart = () => {
    if (queue.length === 0 || free.length === 0) return false
    return free.length === options.slots || queue.length >= options.fill
  }

  const kick = () => {
    if (armed || !mayStart()) return
    armed = true
    // The other sockets of this turn of the event loop may still add to the group.
    setImmediate(() => {
      armed = false
      while (mayStart()) start()
    })
  }

  const start = () => {
    const slot = free.pop()
    if (slot === undefined) return
    const group = takeGroup()
    running += group.length
    void runGroup(group, slot).finally(() => {
      running -= group.length
      free.push(slot)
      kick()
      if (queue.length === 0 && free.length === options.slots) for (const wake of idle.splice(0)) wake()
    })
  }

  const takeGroup = () => {
    const group: Waiting<Command, Answer>[] = []
    for (const waiting of queue.splice(0, options.size)) {
      const error = options.expired(waiting.command)
      if (error) waiting.reject(error)
      else group.push(waiting)
    }
    return group
  }

  const runGroup = async (group: readonly Waiting<Command, Answer>[], slot: number) => {
    if (group.length === 0) return
    try {
      const outcomes = await options.run(
        group.map(({ command }) => command),
        slot,
      )
      group.forEach((waiting, index) => {
        settle(waiting, outcomes[index] ?? { refused: new Error('a command was left without an outcome') })
      })
    } catch (error) {
      // One bad command must not fail its neighbours: each is run again on its own.
      for (const waiting of group) await runAlone(waiting, slot, error)
    }
  }

  const runAlone = async (waiting: Waiting<Command, Answer>, slot: number, first: unknown) => {
    let last = first
    for (let tries = 0; tries < TRIES_ALONE; tries++) {
      try {
        const [outcome] = await options.run([waiting.command], slot)
        if (outcome) return settle(waiting, outcome)
      } catch (error) {
        last = error
        if (!options.passing(error)) break
        await pause(10 * 2 ** tries)
      }
    }
    waiting.reject(last)
  }

  return {
    add(command) {
      if (queue.length >= options.bound) return Promise.reject(options.overloaded())
      return new Promise((resolve, reject) => {
        queue.push({ command, resolve, reject })
        kick()
      })
    },
    drain() {
      if (queue.length === 0 && free.length === options.slots) return Promise.resolve()
      return new Promise((resolve) => idle.push(resolve))
    },
    get unanswered() {
      return queue.length + running
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
