import { slugOf } from '../../http/index.ts'
import type { RefusalKind } from '../../kit/error.ts'
import { codeBlock } from './code.ts'
import { cureOf } from './cures.ts'
import type { ApiDocument, Operation } from './document.ts'
import { type Html, html } from './html.ts'
import { json } from './notation.ts'
import { pageHtml } from './page.ts'
import { anchor, navList, titleOf, wrappable } from './parts.ts'

/** The page /docs/errors, to which the `doc_url` of every error leads. */
export function errorsPage(document: ApiDocument, kinds: readonly RefusalKind[]): string {
  const byStatus = [...Map.groupBy(kinds, ({ status }) => status)]
  return pageHtml({
    title: 'Errors of the Tillback API',
    version: document.version,
    nav: html`${byStatus.map(([status, own]) =>
      navList(
        { text: `${status} ${phraseOf(status)}` },
        own.map((kind) => ({ href: `#${slugOf(kind)}`, text: titleOf(kind) })),
      ),
    )}`,
    main: html`<h1>Errors</h1>
<p class="intro">What the API can refuse, by status. Compare <code>error</code> in programs: its codes do
not change. The same body comes with every one of them; <a href="/docs#errors">its fields</a> are in the
reference, and <code>doc_url</code> leads to the entry on this page.</p>
${byStatus.map(
  ([
    status,
    own,
  ]) => html`<section class="group"><h2>${status} <span class="soft">${phraseOf(status)}</span></h2>
${own.map((kind) => errorHtml(kind, document.operations))}</section>`,
)}`,
  })
}

function errorHtml(kind: RefusalKind, operations: readonly Operation[]): Html {
  const slug = slugOf(kind)
  const { means, cure } = cureOf(kind)
  return html`<article class="split" id="${slug}" aria-labelledby="${slug}-title">
<div class="text">
<h3 id="${slug}-title">${titleOf(kind)}${anchor(slug, titleOf(kind))}</h3>
<p class="path"><span class="status">${kind.status}</span>
<code class="bare">${wrappable(kind.error, /(?=\.)/)}</code></p>
<p>${means}</p>
<div class="cure"><h4>What to do</h4><p>${cure}</p></div>
<div class="from">${fromHtml(kind, operations)}</div>
</div>
<div class="examples">${codeBlock(`Answer ${kind.status}`, json(excerptOf(kind)))}</div>
</article>`
}

/** What is not a 400 comes from the machinery around the operations, so all of them may answer it. */
function fromHtml(kind: RefusalKind, operations: readonly Operation[]): Html {
  const told = operations.filter(({ refusals }) => refusals.some(({ name }) => name === kind.name))
  if (kind.status !== 400 || told.length === 0) return html`<p>Any operation may answer this.</p>`
  return linksTo(told)
}

function linksTo(operations: readonly Operation[]): Html {
  const links = operations.map(
    (operation, index) =>
      html`${index > 0 ? ', ' : ''}<a href="/docs#${operation.name}">${titleOf(operation)}</a>`,
  )
  if (links.length <= 8) return html`<p>From ${links}.</p>`
  return html`<details><summary>From ${links.length} operations</summary><p>${links}.</p></details>`
}

function excerptOf({ status, message, error, retryable, ...kind }: RefusalKind) {
  return {
    status,
    message,
    error,
    doc_url: `/docs/errors#${slugOf({ status, message, error, retryable, ...kind })}`,
    retryable,
  }
}

const PHRASES: Readonly<Record<number, string>> = {
  400: 'Refused',
  401: 'No valid key',
  403: 'Not allowed',
  404: 'No such address',
  409: 'Still running',
  429: 'Too many',
  500: 'Our fault',
  503: 'Not now',
}

function phraseOf(status: number): string {
  return PHRASES[status] ?? ''
}
