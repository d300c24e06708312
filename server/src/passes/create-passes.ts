import type { Work } from '../db/index.ts'
import { alreadyExists, InvalidState, notFound } from '../kit/error.ts'
import { type ContactId, newId, type PassId } from '../kit/id.ts'
import { invariant } from '../kit/invariant.ts'
import { drawCodes, hashPin, normaliseCode } from './pass-code.ts'
import type { PassMoney } from './pass-money.ts'
import { carriesMoney, type PassPlan, requireWholeBusiness, validTo } from './pass-plan.ts'
import { type Gift, insertPasses, type NewPass } from './passes.store.ts'
import { sharePlan } from './plans.store.ts'
import { sellPasses } from './sell-passes.ts'

/** A pass to make; what is left out: a code that is made up, no pin, for anybody. */
export interface WantedPass {
  readonly code?: string | undefined
  readonly pin?: string | undefined
  readonly contact?: ContactId | undefined
  /** Of a plan for money, and of no other. */
  readonly money?: PassMoney | undefined
  readonly gift?: Gift | undefined
}

export interface MadePass {
  readonly id: PassId
  readonly code: string
}

/**
 * Makes passes of a plan in a few statements, however many they are: all of them or none. They are answered in the order in which
 * they were wanted.
 */
export async function createPasses(
  work: Work,
  { id }: Pick<PassPlan, 'id'>,
  wanted: readonly WantedPass[],
): Promise<readonly MadePass[]> {
  const plan = await sharePlan(work, id)
  if (!plan) throw notFound('pass_plan', id)
  if (!carriesMoney(plan)) requireWholeBusiness(work.actor)
  refuseUnfit(work, plan, wanted)
  const passes = wanted.map(prepare)
  const enter = (named: readonly NewPass[]) =>
    insertPasses(work, { id: plan.id, validTo: validTo(plan, work.at) }, named)

  await enterGiven(
    passes.flatMap(({ code, ...pass }) => (code === undefined ? [] : [{ ...pass, code }])),
    enter,
  )
  const drawn = await enterDrawn(
    passes.filter(({ code }) => code === undefined),
    plan,
    enter,
  )
  await sellPasses(work, passes)
  return passes.map((pass) => ({ id: pass.id, code: pass.code ?? drawn.get(pass.id) ?? '' }))
}

function refuseUnfit(work: Work, plan: PassPlan, wanted: readonly WantedPass[]): void {
  const parameters = ['pass_plan', plan.code]
  const until = validTo(plan, work.at)
  if (until && until <= work.at) {
    const detail = `Passes of "${plan.name}" were valid until ${until.toISOString()}; change its validity first.`
    throw InvalidState({ parameters, detail })
  }
  for (const { money } of wanted) {
    invariant(
      (money !== undefined) === carriesMoney(plan),
      'passes of a plan for money carry some, others none',
    )
  }
  if (plan.terms.pass_code_type === 'SINGLE') return
  if (wanted.length > 1 || wanted.some(({ contact }) => contact !== undefined)) {
    const detail = `A code of "${plan.name}" is for everybody (MULTIPLE): make one pass, for no contact.`
    throw InvalidState({ parameters, detail })
  }
}

type Unnamed = Omit<NewPass, 'code'> & { readonly code: string | undefined }

function prepare({ code, pin, contact, money, gift }: WantedPass): Unnamed {
  return {
    id: newId<PassId>(),
    code: code === undefined ? undefined : normaliseCode(code),
    pinHash: pin === undefined ? null : hashPin(pin),
    contact: contact ?? null,
    money,
    gift,
  }
}

type Enter = (passes: readonly NewPass[]) => Promise<ReadonlySet<string>>

async function enterGiven(passes: readonly NewPass[], enter: Enter): Promise<void> {
  if (passes.length === 0) return
  const seen = new Set<string>()
  for (const { code } of passes) {
    if (seen.has(code)) throw alreadyExists('code', code)
    seen.add(code)
  }
  const entered = await enter(passes)
  const taken = passes.find(({ code }) => !entered.has(code))
  if (taken) throw alreadyExists('code', taken.code)
}

// A format with room finds codes for all but a few at the first draw. One that needs more draws is nearly used up.
const DRAWS = 8

/** The codes by pass. What is drawn and already there, or twice, is drawn again. */
async function enterDrawn(
  passes: readonly Unnamed[],
  { code, name, terms }: PassPlan,
  enter: Enter,
): Promise<ReadonlyMap<PassId, string>> {
  const codes = new Map<PassId, string>()
  let left = passes
  for (let draw = 1; left.length > 0; draw++) {
    if (draw > DRAWS) {
      throw InvalidState({
        parameters: ['pass_plan', code],
        detail: `Too few codes of the format of "${name}" are left; change its length, prefix or suffix.`,
      })
    }
    const drawn = new Set(drawCodes(terms.code_format, left.length))
    const named = [...drawn].flatMap((text, index) => {
      const pass = left[index]
      return pass ? [{ ...pass, code: text }] : []
    })
    const entered = await enter(named)
    for (const pass of named) if (entered.has(pass.code)) codes.set(pass.id, pass.code)
    left = left.filter(({ id }) => !codes.has(id))
  }
  return codes
}
