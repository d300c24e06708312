import type { Work } from '../db/index.ts'
import { configurationChanged } from '../events/index.ts'
import { alreadyExists, invalidField } from '../kit/error.ts'
import { codeOf, newId, type PassPlanId } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import type { CodeFormat } from './pass-code.ts'
import { type PassValidity, type PlanTerms, passPlan, requireWholeBusiness } from './pass-plan.ts'
import type { PlanBody, PlanChange, SentFormat, SentValidity } from './plans.api.ts'
import { findPlan, insertPlan, type StoredPlan } from './plans.store.ts'

export async function createPlan(work: Work, body: PlanBody): Promise<StoredPlan> {
  requireWholeBusiness(work.actor)
  const id = newId<PassPlanId>()
  const { code = codeOf(id), name, classification = 'PROMOTION', state = 'ACTIVE' } = body
  if (await findPlan(work, code)) throw alreadyExists('code', code)
  const terms = changedTerms(newTerms(body), body, work.at)
  const plan = { ...passPlan({ id, code, name, classification, state, terms }), createdAt: work.at }
  await insertPlan(work, plan)
  await configurationChanged(work)
  return plan
}

const FORMAT = { type: 'ALPHANUMERIC', length: 12 } as const

/** A pass of its own is used once, a code for everybody as often as people like. */
function newTerms({ pass_code_type = 'SINGLE' }: PlanBody): PlanTerms {
  return {
    pass_code_type,
    maximum_usage: pass_code_type === 'SINGLE' ? 1 : null,
    maximum_usage_per_contact: null,
    validity: { type: 'ALWAYS' },
    code_format: FORMAT,
  }
}

/** The terms with the change applied: what it leaves out stays, null takes the default. */
export function changedTerms(before: PlanTerms, change: PlanChange, at: Date): PlanTerms {
  const { description, pass_code_type, maximum_usage, maximum_usage_per_contact } = change
  const { validity, code_format } = change
  return {
    description: description === undefined ? before.description : (description ?? undefined),
    pass_code_type: pass_code_type ?? before.pass_code_type,
    maximum_usage: maximum_usage === undefined ? before.maximum_usage : maximum_usage,
    maximum_usage_per_contact:
      maximum_usage_per_contact === undefined ? before.maximum_usage_per_contact : maximum_usage_per_contact,
    validity: validity === undefined ? before.validity : validityOf(validity, before.validity, at),
    code_format: code_format === undefined ? before.code_format : formatOf(code_format, before.code_format),
  }
}

/** A date that stands already may have gone by meanwhile: sending it again is no change. */
function validityOf(sent: SentValidity | null, before: PassValidity, at: Date): PassValidity {
  if (sent === null) return { type: 'ALWAYS' }
  if (sent.type !== 'DATE') return sent
  const fixed_date = epochSeconds(sent.fixed_date)
  const stands = before.type === 'DATE' && before.fixed_date === fixed_date
  if (!stands && sent.fixed_date <= at) {
    throw invalidField('validity.fixed_date', sent.fixed_date.toISOString(), 'a time to come is needed')
  }
  return { type: 'DATE', fixed_date }
}

function formatOf(sent: SentFormat | null, before: CodeFormat): PlanTerms['code_format'] {
  if (sent === null) return FORMAT
  return {
    type: sent.type ?? before.type,
    length: sent.length ?? before.length,
    prefix: (sent.prefix ?? before.prefix) || undefined,
    suffix: (sent.suffix ?? before.suffix) || undefined,
  }
}
