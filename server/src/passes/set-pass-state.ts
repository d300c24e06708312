import type { Work } from '../db/index.ts'
import { getPass } from './list-passes.ts'
import { type PassState, requireWholeBusiness } from './pass-plan.ts'
import type { ListedPass } from './passes.store.ts'
import { savePassState } from './passes.store.ts'

/** Takes a pass out of use or into use again. The same state again changes nothing. */
export async function setPassState(work: Work, idOrCode: string, state: PassState): Promise<ListedPass> {
  requireWholeBusiness(work.actor)
  const pass = await getPass(work, idOrCode)
  if (pass.state === state) return pass
  await savePassState(work, pass.id, state)
  return { ...pass, state }
}
