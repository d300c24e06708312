import { type Html, html } from './html.ts'

/** A block of code that scrolls within its width and can be reached by keyboard. */
export function codeBlock(label: string, text: string): Html {
  return html`<figure class="code"><figcaption>${label}</figcaption
><pre tabindex="0" role="region" aria-label="${label}"><code class="bare">${coloured(text)}</code></pre></figure>`
}

const TOKENS =
  /(?<comment>(?:\/\/|#) .*$)|(?<key>"[^"\n]*"(?=:))|(?<text>"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b(?:await|const|for|of|import|from|new|export|true|false|null)\b)/gm

/** Enough of colour to find one's way in shell, JSON and TypeScript. */
function coloured(text: string): Html {
  const parts: (Html | string)[] = []
  let end = 0
  for (const match of text.matchAll(TOKENS)) {
    const kind = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] ?? ''
    parts.push(text.slice(end, match.index), html`<span class="${kind}">${match[0]}</span>`)
    end = match.index + match[0].length
  }
  return html`${[...parts, text.slice(end)]}`
}
