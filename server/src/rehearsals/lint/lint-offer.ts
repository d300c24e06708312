import { type Database, transact } from '../../db/index.ts'
import type { Command } from '../../http/index.ts'
import { notFound } from '../../kit/error.ts'
import { present } from '../../kit/invariant.ts'
import { epochSeconds } from '../../kit/time.ts'
import { findOffer, sayOffer } from '../../offers/index.ts'
import { type Catalogues, catalogueFor } from '../../purchases/index.ts'
import { findingInGreek } from './in-greek.ts'
import type { LintReply } from './lint.api.ts'
import type { LintBeside } from './lint-beside.ts'
import type { LintJob } from './lint-worker.ts'
import { settingFor } from './setting.store.ts'

export interface LintDesk {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly lintBeside: LintBeside
}

/** Lints an offer, by id or code, as it stands among those that are live. No connection is held while it is judged. */
export async function lintOffer(desk: LintDesk, command: Command, idOrCode: string): Promise<LintReply> {
  const { job, sentence } = await jobFor(desk, command, idOrCode)
  const { id, code, version, terms } = job.offer
  const findings = await desk.lintBeside(job)
  return {
    offer: { id, code, name: terms.name, version },
    sentence,
    findings: command.language === 'el' ? findings.map(findingInGreek) : [...findings],
    checked_on: epochSeconds(command.at),
  }
}

interface Asked {
  readonly job: LintJob
  readonly sentence: string
}

function jobFor({ database, catalogues }: LintDesk, command: Command, idOrCode: string): Promise<Asked> {
  return transact(database, command, async (work) => {
    const found = await findOffer(work, idOrCode)
    if (!found) throw notFound('reward_offer', idOrCode)
    const catalogue = await catalogueFor(work, catalogues)
    const compiled = present(catalogue.compiled.get(found.id), 'an offer that is found is in the catalogue')
    const { live, ...setting } = await settingFor(work, catalogue, compiled)
    const job = { offer: compiled.offer, live: live.map(({ offer }) => offer), setting }
    return { job, sentence: await sayOffer(work, compiled.offer.terms) }
  })
}
