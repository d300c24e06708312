import { ownStorage } from '../../kit/beside.ts'

const KEPT = 'tillback.shopper.device'

/** The device as the server knows it, kept until its contact signs out. */
export interface Device {
  readonly id: string
  /** Where the browser took its messages when it was registered. */
  readonly endpoint: string
}

export function chosenDevice(): Device | undefined {
  const text = ownStorage().getItem(KEPT)
  return text === null ? undefined : (JSON.parse(text) as Device)
}

export function keepDevice(device: Device): void {
  ownStorage().setItem(KEPT, JSON.stringify(device))
}

export function forgetDevice(): void {
  ownStorage().removeItem(KEPT)
}
