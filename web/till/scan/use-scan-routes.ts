import { useStanding } from '../api/client.ts'
import { findMembers, type Member, memberOf } from '../member/member.ts'
import { findArticle, type Offered } from '../sale/use-catalogue.ts'
import { texts } from '../texts.ts'
import { beep } from './beep.ts'
import { routeScan } from './route-scan.ts'
import { useScanner, useScans } from './use-scanner.ts'

export interface ScanRoutes {
  readonly known: readonly Offered[]
  readonly onArticle: (article: Offered) => void
  readonly onMember: (member: Member) => void
  readonly onReceipt: (text: string) => void
  readonly onUnknown: (notice: string) => void
}

/** Scans that no open window waits for: an article, a member or a receipt, by shape; what is none of them is told with its text. */
export function useScanRoutes({ known, onArticle, onMember, onReceipt, onUnknown }: ScanRoutes): void {
  const { client, venue } = useStanding()
  useScanner()
  useScans(async (code) => {
    const refuse = (notice: string) => {
      onUnknown(notice)
      beep()
    }
    if (document.querySelector('dialog[open]')) return refuse(texts.refusedScan)
    const scan = routeScan(code, { isSpending: false })
    if (scan.is === 'RECEIPT') return onReceipt(scan.text)
    const numbers = scan.is === 'ARTICLE' ? scan.numbers : scan.is === 'SEARCH' ? [scan.text] : []
    for (const sku of numbers) {
      const article = await findArticle(client, venue, { sku, known }).catch(() => undefined)
      if (article) return onArticle(article)
    }
    const identifier = scan.is === 'MEMBER' ? scan.identifier : scan.is === 'SEARCH' ? scan.text : undefined
    if (identifier !== undefined) {
      const [contact, second] = await findMembers(client, identifier).catch(() => [])
      if (contact && !second) return onMember(memberOf(contact, { typed: identifier, digits: venue.digits }))
    }
    refuse(texts.unknownScan(code))
  })
}
