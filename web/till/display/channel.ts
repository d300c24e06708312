/** What the till tells the customers' screen, all of it each time: a screen that is opened late is right at once. */
export interface Shown {
  readonly venue: string
  readonly currency: string
  readonly isTest: boolean
  readonly view:
    | { readonly is: 'WELCOME' }
    | {
        readonly is: 'SALE'
        readonly lines: readonly {
          readonly key: string
          readonly name: string
          readonly quantity: number
          readonly amount: number
        }[]
        readonly due: number
        readonly spend: number
        readonly earns: number
        readonly isMember: boolean
        /** The till waits for the code that the customer's app shows. */
        readonly asksCode: boolean
      }
    | {
        readonly is: 'DONE'
        readonly say: string
        readonly change: number
        readonly qr: string
        readonly isMember: boolean
      }
}

/** What the screen tells the till. */
export type FromDisplay = { readonly is: 'HELLO' } | { readonly is: 'CODE'; readonly digits: string }

const TO_DISPLAY = 'tillback.till.to-display'
const TO_TILL = 'tillback.till.to-till'

interface Speaking<Sent> {
  readonly say: (message: Sent) => void
  readonly end: () => void
}

function speak<Sent, Heard>(
  sending: string,
  hearing: string,
  heard: (message: Heard) => void,
): Speaking<Sent> {
  const [out, into] = [new BroadcastChannel(sending), new BroadcastChannel(hearing)]
  into.onmessage = ({ data }: MessageEvent<Heard>) => heard(data)
  return {
    say: (message) => out.postMessage(message),
    end: () => {
      out.close()
      into.close()
    },
  }
}

/** Both windows are of this origin and of this build: nobody else speaks here. */
export function speakToDisplay(heard: (message: FromDisplay) => void): Speaking<Shown> {
  return speak<Shown, FromDisplay>(TO_DISPLAY, TO_TILL, heard)
}

export function speakToTill(heard: (message: Shown) => void): Speaking<FromDisplay> {
  return speak<FromDisplay, Shown>(TO_TILL, TO_DISPLAY, heard)
}
