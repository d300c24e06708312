import { useStanding } from '../api/client.ts'
import { findMembers, type Member, memberOf } from '../member/member.ts'
import { findArticle, type Offered } from '../sale/use-catalogue.ts'
import { texts } from '../texts.ts'
import { beep } from './beep.ts'
import { routeScan } from './route-scan.ts'
import { useSerialScans } from './serial-scans.ts'
import { useScanner, useScans } from './use-scanner.ts'

/** No article and no card that is known: then so many figures are a one-time code. */
const SHOWN_CODE = /^\d{16}$/

export interface ScanRoutes {
  readonly known: readonly Offered[]
  readonly onArticle: (article: Offered) => void
  readonly onMember: (member: Member) => void
  readonly onReceipt: (text: string) => void
  /** The one-time code that the shopper's app shows as a picture. */
  readonly onCode: (code: string) => void
  /** Nothing is known as what was scanned. */
  readonly onUnknown: (notice: string) => void
  /** A window is open that has no use for scans. */
  readonly onRefused: (notice: string) => void
}

/** Scans that no open window waits for: an article, a member or a receipt, by shape; what is none of them is told with its text. */
export function useScanRoutes({ known, onUnknown, onRefused, ...on }: ScanRoutes): void {
  const { client, venue } = useStanding()
  useScanner()
  useSerialScans()
  useScans(async (code) => {
    if (document.querySelector('dialog[open]')) {
      beep()
      return onRefused(texts.refusedScan)
    }
    const scan = routeScan(code, { isSpending: false })
    if (scan.is === 'RECEIPT') return on.onReceipt(scan.text)
    const numbers = scan.is === 'ARTICLE' ? scan.numbers : scan.is === 'SEARCH' ? [scan.text] : []
    for (const sku of numbers) {
      const article = await findArticle(client, venue, { sku, known }).catch(() => undefined)
      if (article) return on.onArticle(article)
    }
    // A card may have a number as articles have it.
    const identifier = scan.is === 'MEMBER' ? scan.identifier : code
    const [contact, second] = await findMembers(client, identifier).catch(() => [])
    if (contact && !second) {
      return on.onMember(memberOf(contact, { typed: identifier, digits: venue.digits }))
    }
    if (SHOWN_CODE.test(code)) return on.onCode(code)
    onUnknown(texts.unknownScan(code))
    beep()
  })
}
