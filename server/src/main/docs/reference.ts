import type { ApiDocument, Operation } from './document.ts'
import { examplesOf } from './examples.ts'
import { parameterFields, schemaFields } from './fields.ts'
import { chapters } from './guide.ts'
import { type Html, html, type Part, paragraph } from './html.ts'
import { pageHtml } from './page.ts'
import { anchor, methodHtml, type NavItem, navList, pathHtml, titleOf, wrappable } from './parts.ts'
import { isInSdk, sdkNameOf } from './sdk-names.ts'

// A till's first questions come first; groups that are not named follow by name.
const FIRST = [
  'Purchases',
  'Contacts',
  'Wallets',
  'Reward offers',
  'Commerce pools',
  'Products',
  'Product groups',
  'Organisations',
]

interface Group {
  readonly tag: string
  readonly slug: string
  readonly operations: readonly Operation[]
}

/** The page /docs: how the API works, then every operation. */
export function referencePage(document: ApiDocument): string {
  const groups = groupsOf(document.operations)
  const intro = chapters()
  return pageHtml({
    title: 'Tillback API reference',
    version: document.version,
    nav: html`${navList(
      { text: 'Start here' },
      intro.map(({ id, title }) => ({ href: `#${id}`, text: title })),
    )}
${groups.map(({ tag, slug, operations }) =>
  navList({ text: tag, href: `#${slug}` }, operations.map(navLink)),
)}`,
    main: html`<h1>API reference</h1>
${intro.map(
  ({ id, title, text, example }) => html`<section class="split" id="${id}" aria-labelledby="${id}-title">
<div class="text"><h2 id="${id}-title">${title}${anchor(id, title)}</h2>${text}</div>
<div class="examples">${example}</div></section>`,
)}
${groups.map(groupHtml)}`,
  })
}

function groupsOf(operations: readonly Operation[]): Group[] {
  const rank = (tag: string) => (FIRST.includes(tag) ? FIRST.indexOf(tag) : FIRST.length)
  return [...Map.groupBy(operations, ({ tag }) => tag)]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en'))
    .map(([tag, own]) => ({
      tag,
      slug: tag.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      // Version 1 is for clients that exist; new ones should meet version 2 first.
      operations: [...own].sort((a, b) => Number(isInSdk(b)) - Number(isInSdk(a))),
    }))
}

function navLink(operation: Operation): NavItem {
  const { method, name } = operation
  const short = method === 'DELETE' ? 'DEL' : method
  return {
    href: `#${name}`,
    text: html`<span class="verb ${method.toLowerCase()}">${short}</span> ${titleOf(operation)}`,
  }
}

function groupHtml({ tag, slug, operations }: Group): Html {
  return html`<section class="group" id="${slug}" aria-labelledby="${slug}-title">
<h2 id="${slug}-title">${tag}${anchor(slug, tag)}</h2>
<ul class="endpoints">${operations.map(
    (each) =>
      html`<li><a class="endpoint" href="#${each.name}">${methodHtml(each)} ${pathHtml(each.path)}</a></li>`,
  )}</ul>
${operations.map(operationHtml)}</section>`
}

function operationHtml(operation: Operation): Html {
  const { name, summary, description, body, reply } = operation
  const title = titleOf(operation)
  return html`<article class="split" id="${name}" aria-labelledby="${name}-title">
<div class="text">
<h3 id="${name}-title">${title}${anchor(name, title)}</h3>
<p class="path">${methodHtml(operation)} ${pathHtml(operation.path)}</p>
<div class="lead">${paragraph(summary)}</div>${paragraph(description)}
${factsHtml(operation)}
${part('Path', parameterFields(operation.params))}
${part('Query', parameterFields(operation.query))}
${part('Headers', parameterFields(operation.headers))}
${body && part('Body', schemaFields(body, true))}
${part(`Answer ${reply.status}`, schemaFields(reply.schema, false))}
${part('Refusals', refusalsHtml(operation))}
</div>
<div class="examples">${examplesOf(operation)}</div>
</article>`
}

function factsHtml(operation: Operation): Html {
  const { group, method } = sdkNameOf(operation)
  const scopes = operation.scopes.map((scope, index) => html`${index > 0 ? ' or ' : ''}<code>${scope}</code>`)
  return html`<dl class="facts">
${fact('Scope', scopes.length === 0 ? 'none; no key is needed' : scopes)}
${isInSdk(operation) ? fact('SDK', html`<code>client.${group}.${method}</code>`) : undefined}
</dl>`
}

function fact(term: string, said: Part): Html {
  return html`<div class="fact"><dt>${term}</dt><dd class="said">${said}</dd></div>`
}

function part(title: string, content: Html | undefined): Html | undefined {
  return content && html`<section class="part"><h4 class="part-title">${title}</h4>${content}</section>`
}

function refusalsHtml({ refusals }: Operation): Html | undefined {
  if (refusals.length === 0) return undefined
  return html`<ul>${refusals.map(
    ({ status, name, code, href }) =>
      html`<li class="row refusal"><span class="status">${status}</span> <a href="${href}">${name}</a>
<code class="bare">${wrappable(code, /(?=\.)/)}</code></li>`,
  )}</ul>`
}
