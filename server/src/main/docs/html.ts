/** Text that is HTML already; everything else is escaped where it is put in. */
export interface Html {
  readonly markup: string
}

export type Part = Html | string | number | undefined | readonly Part[]

/** HTML whose values cannot become markup. undefined is nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: texts.map((text, index) => text + markupOf(parts[index])).join('') }
}

function markupOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Text of a declaration: `code` in backticks is shown as code. */
export function prose(text: string): Html {
  const parts = text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
  return html`${parts}`
}

export function paragraph(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p>${prose(text.endsWith('.') ? text : `${text}.`)}</p>`
}
