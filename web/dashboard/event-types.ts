export interface Heard {
  readonly id: string
  /** undefined: a sign of life only. */
  readonly type: string | undefined
}

/** The events of a stream (text/event-stream) as they come, by id and type. */
export async function* eventTypes({ body }: Pick<Response, 'body'>): AsyncGenerator<Heard> {
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
      const id = fields.get('id')
      if (id !== undefined) yield { id, type: fields.get('event') }
    }
  }
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf(': ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)]
}
