import type { Work } from '../db/index.ts'
import { Forbidden, nearest } from '../http/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { money } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { DAY, later } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { ALL_KINDS, type Kind, valuesNamedIn } from './kinds.ts'
import { kindName, language } from './settings.api.ts'
import type { TemplateBody, TemplateReply, TemplatesQuery } from './templates.api.ts'
import { deleteTemplate as deleteRow, type Named, readTemplates, saveTemplate } from './templates.store.ts'
import { LANGUAGES, ownText, type Text } from './texts.ts'
import { namesIn, writeText } from './write-text.ts'

export async function listTemplates(work: Work, query: TemplatesQuery): Promise<Page<TemplateReply>> {
  const own = await readTemplates(work)
  const languages = [...new Set([...LANGUAGES, ...own.map((each) => each.language)])]
  const named = ALL_KINDS.flatMap((kind) => languages.map((each) => ({ kind, language: each }))).filter(
    (each) =>
      (query.kind === undefined || each.kind === query.kind) &&
      (query.language === undefined || each.language === query.language),
  )
  const shown = await Promise.all(
    named.map(async (each) => {
      const stored = own.find(({ kind, language: its }) => kind === each.kind && its === each.language)
      const text = stored ?? ownText(each.kind, each.language)
      return text ? [await show(work, each, { text, isOwn: stored !== undefined })] : []
    }),
  )
  const all = shown.flat()
  const rows = all.slice((query.page - 1) * query.size, query.page * query.size + 1)
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, (each) => each, query.include_total ? all.length : null)
}

/** A text may name only values that its kind has, so that no contact ever reads a gap. */
export async function putTemplate(work: Work, id: string, body: TemplateBody): Promise<TemplateReply> {
  requireWholeBusiness(work)
  const named = readName(id)
  for (const field of ['subject', 'content'] as const) refuseUnknown(named.kind, field, body[field])
  if (named.kind === 'ONE_TIME_CODE' && !namesIn(body.content).includes('code')) {
    throw invalidField('content', 'without {code}', 'it must name {code}, for which the contact waits')
  }
  await saveTemplate(work, named, body)
  return show(work, named, { text: body, isOwn: true })
}

export async function deleteTemplate(work: Work, id: string): Promise<{ readonly id: string }> {
  requireWholeBusiness(work)
  const named = readName(id)
  await deleteRow(work, named)
  return { id: nameOf(named) }
}

function refuseUnknown(kind: Kind, field: string, text: string): void {
  const known = valuesNamedIn(kind)
  const [unknown] = namesIn(text).filter((name) => !known.includes(name))
  if (unknown === undefined) return
  const meant = nearest(unknown, known)
  throw invalidField(
    field,
    `{${unknown}}`,
    `the values of ${kind} are ${known.map((name) => `{${name}}`).join(', ')}${meant ? `; did you mean {${meant}}?` : ''}`,
  )
}

function readName(id: string): Named {
  const [first = '', second = ''] = id.split('.')
  const kind = kindName.safeParse(first.toUpperCase())
  const its = language.safeParse(second)
  if (!kind.success || !its.success) throw notFound('communication_template', id)
  return { kind: kind.data, language: its.data }
}

function nameOf(named: Named): string {
  return `${named.kind}.${named.language}`
}

async function show(
  work: Work,
  named: Named,
  { text, isOwn }: { readonly text: Text; readonly isOwn: boolean },
): Promise<TemplateReply> {
  const { name, currency, timeZone } = await readBusiness(work.db, work.actor.tenant)
  const amount = money(1_250n, currency)
  const example = {
    name: 'Maria',
    business: name,
    place: name,
    number: 'O000001',
    reason: '…',
    amount,
    total: money(4_000n, currency),
    award: amount,
    spend: money(0n, currency),
    expires_on: later(work.at, 7 * DAY),
    code: '123456',
    minutes: '5',
  }
  const reader = { language: named.language, timeZone }
  return {
    id: nameOf(named),
    ...named,
    subject: text.subject,
    content: text.content,
    is_own: isOwn,
    values: valuesNamedIn(named.kind),
    example: {
      subject: writeText(text.subject, example, reader),
      content: writeText(text.content, example, reader),
    },
  }
}

function requireWholeBusiness({ actor }: Work): void {
  if (actor.within === undefined) return
  throw Forbidden({
    parameters: ['communication_template'],
    detail: 'Texts are of the whole business; a key of one merchant or venue cannot change them.',
  })
}
