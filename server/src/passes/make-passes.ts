import { getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import type { ContactId } from '../kit/id.ts'
import { createPasses, type MadePass } from './create-passes.ts'
import { getPlan } from './list-plans.ts'
import type { NamedContact, PassBody } from './passes.api.ts'

/** As a request wants them: one with its own code and pin, or many of which all is made up. */
export async function makePasses(work: Work, body: PassBody): Promise<readonly MadePass[]> {
  const plan = await getPlan(work, body.pass_plan_id)
  const contact = body.contact && (await contactNamed(work, body.contact))
  const wanted = { code: body.code, pin: body.pin, contact }
  return createPasses(
    work,
    plan,
    Array.from({ length: body.count }, () => wanted),
  )
}

async function contactNamed(work: Work, named: NamedContact): Promise<ContactId> {
  const [identifier = ''] = Object.values(named).flatMap((value) => value ?? [])
  return (await getContact(work, identifier)).id
}
