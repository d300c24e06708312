import { useState } from 'react'
import { useStanding } from '../api/client.ts'
import { usePrinterChoice } from '../devices/kept-printer.ts'
import { PrinterProblem, type PrinterProblemKind } from '../devices/printer-problem.ts'
import { sendBytes } from '../devices/send-bytes.ts'
import { texts } from '../texts.ts'
import type { Order } from './use-orders.ts'

/** Has the kitchen told by itself of what was accepted, where a printer of its own takes it. */
export function useKitchen() {
  const { client } = useStanding()
  const choice = usePrinterChoice()
  const [problem, setProblem] = useState<PrinterProblemKind>()
  const tell = async (order: Order) => {
    setProblem(undefined)
    // The browser's window would stand in the way of the next order.
    if (choice.way === 'BROWSER') return
    try {
      const { kitchenTicketOf } = await import('../print/kitchen-ticket.ts')
      const { ticket: title, supply } = texts.orders
      await sendBytes(client, choice, kitchenTicketOf(order, choice.paper, { title, supply }))
    } catch (error) {
      setProblem(error instanceof PrinterProblem ? error.kind : 'REFUSED')
    }
  }
  return { tell, problem }
}
