/** A low tone beside the text that says what was wrong; silent where the page may not sound yet. */
export function beep(): void {
  // The words come first; opening the sound may take a while.
  setTimeout(sound, 50)
}

function sound(): void {
  try {
    const context = new AudioContext()
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = 220
    volume.gain.value = 0.1
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + 0.15)
    tone.onended = () => void context.close()
  } catch {
    // No sound here: the text is there.
  }
}
