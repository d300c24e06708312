import { describe, expect, test } from 'vitest'
import { fillTemplate } from './fill-template.ts'

const order = {
  number: 'O000001',
  total: 6.86,
  notes: null,
  contact: { name: 'Anna' },
  items: [
    { quantity: 2, product: { sku: 'COF', name: 'Coffee' }, components: [] },
    { quantity: 1, product: { sku: 'BUN', name: 'Bun' }, components: [{ product: { name: 'Butter' } }] },
  ],
}

describe('a template', () => {
  test.each([
    ['a place alone keeps its type', '{{total}}', 6.86],
    ['a place in a text is its words', 'No. {{number}} for {{contact.name}}', 'No. O000001 for Anna'],
    ['what is not there is null', '{{contact.phone}}', null],
    ['what is not there is empty in a text', 'Call {{contact.phone}}{{notes}}!', 'Call !'],
    ['what has no place stays', { a: [1, true, null, 'x'] }, { a: [1, true, null, 'x'] }],
    [
      'a list is made of each item, and sees what is around it',
      { $each: 'items', as: { code: '{{product.sku}}', n: '{{quantity}}', of: '{{number}}' } },
      [
        { code: 'COF', n: 2, of: 'O000001' },
        { code: 'BUN', n: 1, of: 'O000001' },
      ],
    ],
    [
      'lists stand in lists',
      { $each: 'items', as: { $each: 'components', as: '{{product.name}}' } },
      [[], ['Butter']],
    ],
    ['a list of what is none is empty', { $each: 'number', as: 1 }, []],
    [
      'nothing is reached that an order does not have of its own',
      '{{constructor.name}}{{items.length}}',
      '2',
    ],
  ])('%s', (_, template, filled) => {
    expect(fillTemplate(template, order)).toEqual(filled)
  })
})
