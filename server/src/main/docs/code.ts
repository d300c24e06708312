import { type Html, html } from './html.ts'

// As many lines are always shown; of longer blocks some, and the rest by scrolling.
const SHORT = 12

/** A block of code that scrolls within its width and can be reached by keyboard. */
export function codeBlock(label: string, text: string): Html {
  const isLong = text.split('\n').length > SHORT
  return html`<figure class="${isLong ? 'code long' : 'code'}">
<figcaption class="caption">${label}</figcaption>
<pre class="block" tabindex="0" role="group" aria-label="${label}"
><code class="bare">${coloured(text)}</code></pre>
</figure>`
}

const WORDS = 'await|const|for|of|import|from|new|export|true|false|null'

const TOKENS = new RegExp(
  [
    String.raw`(?<comment>(?:\/\/|#) .*$)`,
    String.raw`(?<key>"[^"\n]*"(?=:))`,
    String.raw`(?<text>"[^"\n]*"|'[^'\n]*')`,
    String.raw`(?<number>\b\d+(?:\.\d+)?\b)`,
    String.raw`(?<word>\b(?:${WORDS})\b)`,
  ].join('|'),
  'gm',
)

/** Enough of colour to find one's way in shell, JSON and TypeScript. */
function coloured(text: string): Html {
  const parts: (Html | string)[] = []
  let end = 0
  for (const match of text.matchAll(TOKENS)) {
    const kind = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] ?? ''
    parts.push(text.slice(end, match.index), html`<span class="t-${kind}">${match[0]}</span>`)
    end = match.index + match[0].length
  }
  return html`${[...parts, text.slice(end)]}`
}
