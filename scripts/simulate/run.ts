import { Differs } from './differs.ts'
import { persist } from './persist.ts'
import { openPlace, type Place } from './place.ts'
import { type Random, randomOf } from './random.ts'
import { openWorld, passTime, step, verifyWorld, type World } from './world.ts'

export interface RunOptions {
  readonly seed: number
  readonly steps: number
  /** How many worlds are played at once. */
  readonly worlds: number
  /** How often the server and the database are killed; all through the run. */
  readonly kills: number
  /** Play the worlds of one place alone, as they were played among the others. */
  readonly only: number | undefined
}

export interface Found {
  readonly world: string
  readonly step: number
  readonly difference: string
  readonly last: readonly object[]
}

export interface RunResult {
  readonly steps: number
  readonly worlds: number
  readonly kills: number
  readonly days: number
  readonly seconds: number
  readonly found: Found | undefined
  /** How many commands of each kind were done, and how many refused. */
  readonly played: ReadonlyMap<string, number>
}

// Of a world's life, and between two moves of the clock.
const STEPS_OF_A_WORLD = 320
const STEPS_OF_AN_EPOCH = 16
const START = Date.UTC(2026, 2, 1, 8) / 1_000
const DAY = 86_400
const LAST_SHOWN = 12

interface Seat {
  readonly index: number
  readonly random: Random
  worlds: number
  world: World | undefined
}

/** Plays until so many steps are done or the product differs from the model. */
export async function run(options: RunOptions, say: (line: string) => void): Promise<RunResult> {
  const started = performance.now()
  const random = randomOf(options.seed)
  const clock = random.fork()
  const kills = random.fork()
  const seats = Array.from({ length: options.worlds }, (_, index): Seat => {
    return { index, random: random.fork(), worlds: 0, world: undefined }
  }).filter(({ index }) => options.only === undefined || index === options.only)
  const place = await openPlace(() => {})
  const done = { steps: 0, worlds: 0, kills: 0, played: new Map<string, number>() }
  const epochs = Math.ceil(options.steps / (STEPS_OF_AN_EPOCH * options.worlds))
  const killEvery = options.kills > 0 ? Math.max(1, Math.floor(epochs / options.kills)) : 0
  let now = START
  let found: Found | undefined
  try {
    await place.setTime(now, { expire: false })
    for (let epoch = 1; epoch <= epochs && !found; epoch++) {
      const playing = Promise.all(
        seats.map((seat) => playEpoch(seat, { place, seed: options.seed, now, done })),
      )
      const killing = killEvery > 0 && epoch % killEvery === 0 ? killOne(place, kills, done) : undefined
      const results = await playing
      await killing
      found = results.find((each) => each !== undefined)
      now += clock.chance(0.4) ? 0 : clock.whole(1, 2 * DAY)
      const expires = clock.chance(0.5)
      await persist(() => place.setTime(now, { expire: expires }))
      for (const { world } of seats) if (world) passTime(world, now, { expire: expires })
      if (epoch % 100 === 0)
        say(`${done.steps} steps, ${done.worlds} worlds, ${done.kills} kills, no difference`)
    }
  } finally {
    await place.close()
  }
  return {
    ...done,
    days: Math.round((now - START) / DAY),
    seconds: (performance.now() - started) / 1_000,
    found,
  }
}

interface Epoch {
  readonly place: Place
  readonly seed: number
  readonly now: number
  readonly done: { steps: number; worlds: number; readonly played: Map<string, number> }
}

async function playEpoch(seat: Seat, { place, seed, now, done }: Epoch): Promise<Found | undefined> {
  try {
    if (!seat.world || seat.world.steps >= STEPS_OF_A_WORLD) {
      if (seat.world) await verifyWorld(seat.world)
      seat.worlds += 1
      const name = `S${seed}-${seat.index}-${seat.worlds}`
      seat.world = await openWorld({ place, name, random: seat.random.fork(), now, played: done.played })
      done.worlds += 1
    }
    for (let taken = 0; taken < STEPS_OF_AN_EPOCH; ) {
      const steps = await step(seat.world)
      taken += steps
      done.steps += steps
    }
    return undefined
  } catch (error) {
    if (!(error instanceof Differs) || !seat.world) throw error
    const { name, steps, sent } = seat.world
    return { world: name, step: steps, difference: error.message, last: sent.slice(-LAST_SHOWN) }
  }
}

/** In the middle of what is under way. */
async function killOne(place: Place, random: Random, done: { kills: number }): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, random.whole(0, 60)))
  if (random.chance(0.7)) await place.killServer()
  else await place.killDatabase()
  done.kills += 1
}
