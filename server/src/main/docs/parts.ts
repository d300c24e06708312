import type { Operation } from './document.ts'
import { type Html, html } from './html.ts'

export function methodHtml({ method }: Pick<Operation, 'method'>): Html {
  return html`<span class="method ${method.toLowerCase()}">${method}</span>`
}

export function pathHtml(path: string): Html {
  return html`<code class="bare">${wrappable(path, /(?=\/)/)}</code>`
}

/** Long names may break where a reader would break them. */
export function wrappable(text: string, at: RegExp): Html {
  return html`${text.split(at).map((piece) => html`${piece}<wbr>`)}`
}

export function anchor(id: string, title: string): Html {
  return html`<a class="anchor" href="#${id}" aria-label="Link to ${title}">#</a>`
}

/** submitPurchaseV1 is "Submit purchase v1". */
export function titleOf({ name }: { readonly name: string }): string {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bapi\b/g, 'API')
}

export interface NavItem {
  readonly text: Html | string
  readonly href?: string
}

/** One group of the contents. */
export function navList(title: NavItem, items: readonly NavItem[]): Html {
  const head =
    title.href === undefined ? title.text : html`<a class="nav-group" href="${title.href}">${title.text}</a>`
  const links = items.map(({ href, text }) => html`<li><a class="nav-link" href="${href}">${text}</a></li>`)
  return html`<section class="nav-section"><p class="nav-title">${head}</p>
<ul class="nav-items">${links}</ul></section>`
}
