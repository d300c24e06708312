import { z } from 'zod'
import { condition } from '../condition.ts'
import { findNamed, namedReply, reference, saysNames, storedName } from '../translator.ts'
import { namesIn } from '../words/voice.ts'

const kind = z.literal('PASS')
const MOST = 100

/** A pass of one of these plans was shown with the purchase. */
export const pass = condition({
  kind: 'PASS',
  settings: z.strictObject({ kind, pass_plans: z.array(storedName).min(1).max(MOST) }),
  body: z.strictObject({ kind, pass_plans: z.array(reference).min(1).max(MOST) }),
  reply: z.object({ kind, pass_plans: z.array(namedReply) }),
  fromWire: ({ kind, pass_plans }, translator) => ({
    kind,
    pass_plans: pass_plans.map((each) => findNamed(translator, 'pass_plan', each)),
  }),
  toWire: ({ kind, pass_plans }, { named }) => ({
    kind,
    pass_plans: pass_plans.map((each) => named('pass_plan', each)),
  }),
  says: ({ pass_plans }, voice) => voice.words.conditions.pass(namesIn(voice, 'pass_plan', pass_plans)),
  compile: ({ pass_plans }) => {
    const ids = new Set(pass_plans.map(({ id }) => id))
    return {
      keys: [...ids].map((id) => `PASS:${id}`),
      holds: ({ pass }) => pass !== undefined && ids.has(pass.plan),
      shortfall: ({ pass }) => ({
        seen: pass ? `pass ${masked(pass.code)}` : 'no pass',
        needed: `a pass of ${saysNames(pass_plans)}`,
      }),
    }
  },
})

const SHOWN = 4

/** Whoever knows the code may use the pass, so an explanation holds only its end. */
function masked(code: string): string {
  return code.length > SHOWN ? `··${code.slice(-SHOWN)}` : '··'
}
