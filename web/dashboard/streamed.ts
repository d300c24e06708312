export interface Heard {
  /** undefined: nothing that could be gone on from. */
  readonly id: string | undefined
  /** undefined: a sign of life only. */
  readonly type: string | undefined
  readonly data: string | undefined
}

/** What a stream of events (text/event-stream) says, as it comes; comments alone say nothing. */
export async function* heardOf({ body }: Pick<Response, 'body'>): AsyncGenerator<Heard> {
  if (!body) return
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
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
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf(': ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)]
}
