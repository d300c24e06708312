import type { RefusalMaker } from '../../../src/kit/error.ts'
import { TillQueueCut, TillQueueForked, TillSignatureWrong } from '../../../src/tills/tills.errors.ts'
import { openQueueingTill, signed } from '../../queueing-till.ts'
import type { Stories } from '../story.ts'

export const tills: Stories = {
  'an entry that was changed, that follows a hole, or whose place another one has': async (story) => {
    const till = await openQueueingTill(story)
    const refused = (body: object, kind: RefusalMaker, parameters: readonly string[]) =>
      story.refused('sendQueuedPurchase', { of: till.id, body }, kind, parameters)
    const [first, second] = [till.queue({}), till.queue({})]
    await refused({ ...first, payload: '{ }' }, TillSignatureWrong, ['1', '1', first.previous])
    await refused(second, TillQueueCut, ['2', '1', first.previous])
    await till.send(first)
    const ends = (said: object, kind: RefusalMaker, parameters: readonly string[]) =>
      story.refused('endTillQueue', { of: till.id, body: till.ending(said) }, kind, parameters)
    await ends({ signature: 'e3'.repeat(43) }, TillSignatureWrong, ['2', '2', second.previous])
    await ends({}, TillQueueCut, ['2', '2', second.previous])
    await ends({ counter: 0 }, TillQueueForked, ['0', '2', second.previous])
    const copy = signed(till.id, till.privateKey, { ...first, payload: '{"copy":true}' })
    await refused(copy, TillQueueForked, ['1', '2', second.previous])
  },
}
