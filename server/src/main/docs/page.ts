import { type Html, html } from './html.ts'

/** A page of the reference: one stylesheet of our own, no script, nothing from elsewhere. */
export interface Page {
  readonly title: string
  readonly nav: Html
  readonly main: Html
  readonly version: string
}

export function pageHtml({ title, nav, main, version }: Page): string {
  const { markup } = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header class="top">
<a class="home" href="/docs"><img src="/docs/icon.svg" alt="" width="24" height="24">
Tillback <span class="soft">API reference</span></a>
<nav class="pages" aria-label="Pages">
<a class="page" href="/docs">Reference</a>
<a class="page" href="/docs/errors">Errors</a>
<a class="page" href="/openapi.json">openapi.json</a>
</nav>
<span class="version">${version}</span>
</header>
<div class="columns">
<nav class="contents" aria-label="Contents">${nav}</nav>
<main id="content" tabindex="-1">${main}</main>
</div>
</body>
</html>
`
  return `<!doctype html>\n${markup}`
}
