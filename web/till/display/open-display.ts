/** One window for all times that it is asked for: a second click brings it to the front. */
export function openDisplay(): void {
  open('/till/display.html', 'tillback-display', 'popup,width=1024,height=768')
}
