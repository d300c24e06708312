import type { CDPSession, Page } from 'playwright-core'

const PAUSE = 50
const MOST_TRIES = 400

/** Somebody who hears the page, by what the browser tells such programs. */
export interface ScreenReader {
  /** What has the keyboard, as it is told when one gets there: the window around it, its role, its name, and what describes it. */
  at(): Promise<string>
  /** What was said by itself since the last time, in order; `!` before what interrupts. Waits until this text came. */
  hears(last: string | RegExp): Promise<readonly string[]>
}

/** From now on everything is heard that changes in a live region which was there before; an alert also when it comes. */
export async function listenTo(page: Page): Promise<ScreenReader> {
  const tree = await page.context().newCDPSession(page)
  await tree.send('Accessibility.enable')
  await page.evaluate(LISTEN)
  return {
    at: () => told(tree),
    hears: async (last) => {
      const pattern = typeof last === 'string' ? last.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : last.source
      // Asked again and again: the page itself may not be made to run what is written here.
      for (let tries = 0; ; tries += 1) {
        const said = await page.evaluate<readonly string[]>('said')
        if (said.some((text) => new RegExp(pattern).test(text))) break
        if (tries === MOST_TRIES) throw new Error(`"${last}" was not said; this was: ${said.join(' | ')}`)
        await page.waitForTimeout(PAUSE)
      }
      return page.evaluate<readonly string[]>('said.splice(0)')
    },
  }
}

interface Node {
  readonly nodeId: string
  readonly parentId?: string
  readonly ignored: boolean
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly description?: { readonly value?: unknown }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

async function told(tree: CDPSession): Promise<string> {
  const nodes: readonly Node[] = (await tree.send('Accessibility.getFullAXTree')).nodes
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  // The page itself has the focus when nothing of it has.
  const focused = nodes.filter((node) => propertyOf(node, 'focused') === true)
  const node = focused.findLast(({ role }) => role?.value !== 'RootWebArea') ?? focused[0]
  if (!node) return 'nothing'
  const around: Node[] = []
  for (let at = parentOf(node, byId); at; at = parentOf(at, byId)) around.push(at)
  const window = around.find(({ role }) => role?.value === 'dialog')
  return [...(window ? [nameOf(window)] : []), `${nameOf(node)}${stateOf(node)}`].join(' > ')
}

function parentOf({ parentId }: Node, byId: ReadonlyMap<string, Node>): Node | undefined {
  return parentId === undefined ? undefined : byId.get(parentId)
}

function nameOf({ role, name, description }: Node): string {
  const described = description?.value ? ` (${String(description.value).replace(/\s+/g, ' ').trim()})` : ''
  return `${String(role?.value)} "${String(name?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim()}"${described}`
}

function stateOf(node: Node): string {
  if (propertyOf(node, 'disabled') === true) return ', unavailable'
  return propertyOf(node, 'invalid') === 'true' ? ', invalid' : ''
}

function propertyOf({ properties = [] }: Node, wanted: string): unknown {
  return properties.find(({ name }) => name === wanted)?.value.value
}

// A region that comes with its text is not told, for most programs miss it; an alert is.
const LISTEN = `(() => {
  const REGIONS = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output'
  const interrupts = (region) => region.matches('[role=alert], [aria-live=assertive]')
  const isThere = (region) => region.isConnected && region.checkVisibility()
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return ''
    return [...node.childNodes].map(textOf).join(' ')
  }
  window.said = []
  const known = new Map()
  const look = () => {
    for (const region of known.keys()) if (!isThere(region)) known.delete(region)
    for (const region of document.querySelectorAll(REGIONS)) {
      if (!isThere(region)) continue
      const text = textOf(region).replace(/\\s+/g, ' ').trim()
      const before = known.get(region)
      known.set(region, text)
      if (text === '' || text === before || (before === undefined && !region.matches('[role=alert]'))) continue
      window.said.push((interrupts(region) ? '! ' : '') + text)
    }
  }
  look()
  window.said = []
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
})()`
