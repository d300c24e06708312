import type { Work } from '../db/index.ts'
import type { Kind } from './kinds.ts'
import { FALLBACK_LANGUAGE, ownText, type Text } from './texts.ts'

export interface StoredTemplate extends Text {
  readonly kind: string
  readonly language: string
  readonly updatedAt: Date
}

/** The texts that the business has instead of the product's. */
export async function readTemplates({ db, actor }: Work): Promise<readonly StoredTemplate[]> {
  const rows = await db
    .selectFrom('communication_templates')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .orderBy('kind')
    .orderBy('language')
    .execute()
  return rows.map(({ kind, language, subject, content, updated_at }) => ({
    kind,
    language,
    subject,
    content,
    updatedAt: updated_at,
  }))
}

export interface Named {
  readonly kind: Kind
  readonly language: string
}

export async function saveTemplate(
  { db, actor, at }: Work,
  { kind, language }: Named,
  text: Text,
): Promise<void> {
  const values = { subject: text.subject, content: text.content, updated_at: at }
  await db
    .insertInto('communication_templates')
    .values({ tenant: actor.tenant, kind, language, ...values })
    .onConflict((on) => on.columns(['tenant', 'kind', 'language']).doUpdateSet(values))
    .execute()
}

export async function deleteTemplate({ db, actor }: Work, { kind, language }: Named): Promise<void> {
  await db
    .deleteFrom('communication_templates')
    .where('tenant', '=', actor.tenant)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .execute()
}

/** Finds the text of a kind for whoever reads a language. */
export type TextOf = (kind: Kind, wanted: string) => Text & { readonly language: string }

/** The contact's language, then the business's, then English; in each the business's own text before the product's. */
export async function textsOf(work: Work, language: string): Promise<TextOf> {
  const own = new Map((await readTemplates(work)).map((each) => [`${each.kind} ${each.language}`, each]))
  return (kind, wanted) => {
    for (const each of [wanted, language, FALLBACK_LANGUAGE]) {
      const text = own.get(`${kind} ${each}`) ?? ownText(kind, each)
      if (text) return { subject: text.subject, content: text.content, language: each }
    }
    throw new Error(`there is no text of ${kind}`)
  }
}
