/** Two short tones upwards; silent where the page may not sound yet. What they tell stands on the screen as well. */
export function chime(): void {
  try {
    const context = new AudioContext()
    const volume = context.createGain()
    volume.gain.value = 0.1
    volume.connect(context.destination)
    for (const [at, pitch] of [
      [0, 660],
      [0.18, 880],
    ] as const) {
      const tone = context.createOscillator()
      tone.frequency.value = pitch
      tone.connect(volume)
      tone.start(context.currentTime + at)
      tone.stop(context.currentTime + at + 0.15)
    }
    setTimeout(() => void context.close(), 1_000)
  } catch {
    // No sound here: the words are there.
  }
}
