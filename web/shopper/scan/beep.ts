const TONE = 880
const LOUD = 0.08
const LONG_S = 0.12

/** A short tone for a hit; whoever hears nothing sees and feels it. */
export function beep(): void {
  try {
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const loudness = sound.createGain()
    tone.frequency.value = TONE
    loudness.gain.value = LOUD
    tone.connect(loudness).connect(sound.destination)
    tone.start()
    tone.stop(sound.currentTime + LONG_S)
    tone.addEventListener('ended', () => void sound.close())
  } catch {
    // A device without sound.
  }
}
