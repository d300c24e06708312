export interface Heard {
  /** undefined: nothing that could be gone on from. */
  readonly id: string | undefined
  /** undefined: a sign of life only. */
  readonly type: string | undefined
  readonly data: string | undefined
}

/** There is a sign of life every 15 seconds; without any for so long, the line is dead though nobody said so. In milliseconds. */
const SILENCE = 40_000

/** What a stream of events (text/event-stream) says, as it comes; comments alone say nothing. Over when it falls silent. */
export async function* heardOf({ body }: Pick<Response, 'body'>, silence = SILENCE): AsyncGenerator<Heard> {
  if (!body) return
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    let text = ''
    for (;;) {
      const { done, value } = await within(silence, reader.read())
      if (done) return
      text += value
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => splitOnce(line)))
        fields.delete('')
        if (fields.size === 0) continue
        yield { id: fields.get('id'), type: fields.get('event'), data: fields.get('data') }
      }
    }
  } finally {
    // Whoever stops hearing ends the connection with it.
    void reader.cancel().catch(() => {})
  }
}

interface Silent {
  readonly done: true
  readonly value: undefined
}

async function within<Read>(time: number, reading: Promise<Read>): Promise<Read | Silent> {
  const { promise, resolve } = Promise.withResolvers<Silent>()
  const timer = setTimeout(() => resolve({ done: true, value: undefined }), time)
  try {
    return await Promise.race([reading, promise])
  } finally {
    clearTimeout(timer)
  }
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf(': ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)]
}
