import { expect, test } from 'vitest'
import { z } from 'zod'
import './say-issue.ts'

test.each`
  schema                                                                                           | value           | says
  ${z.string()}                                                                                    | ${undefined}    | ${'text is needed'}
  ${z.string()}                                                                                    | ${5}            | ${'text is needed'}
  ${z.string().min(1)}                                                                             | ${''}           | ${'it must not be empty'}
  ${z.string().min(3)}                                                                             | ${'ab'}         | ${'at least 3 characters are needed'}
  ${z.string().max(1)}                                                                             | ${'ab'}         | ${'at most 1 character is taken'}
  ${z.string().length(3)}                                                                          | ${'ab'}         | ${'3 characters are needed, neither more nor fewer'}
  ${z.string().regex(/^a$/)}                                                                       | ${'b'}          | ${'it must have the form /^a$/'}
  ${z.string().startsWith('x')}                                                                    | ${'b'}          | ${'it must begin with x'}
  ${z.email()}                                                                                     | ${'b'}          | ${'an e-mail address is needed'}
  ${z.url()}                                                                                       | ${'b'}          | ${'an address such as https://example.com is needed'}
  ${z.guid()}                                                                                      | ${'b'}          | ${'a GUID is needed'}
  ${z.ipv4()}                                                                                      | ${'b'}          | ${'another form is needed'}
  ${z.number()}                                                                                    | ${'5'}          | ${'a number is needed'}
  ${z.int()}                                                                                       | ${1.5}          | ${'a whole number is needed'}
  ${z.int().min(1)}                                                                                | ${0}            | ${'it must be 1 or more'}
  ${z.number().positive()}                                                                         | ${0}            | ${'it must be above 0'}
  ${z.number().max(5)}                                                                             | ${6}            | ${'it must be 5 or less'}
  ${z.number().multipleOf(5)}                                                                      | ${6}            | ${'it must be a multiple of 5'}
  ${z.boolean()}                                                                                   | ${'yes'}        | ${'true or false is needed'}
  ${z.enum(['A', 'B'])}                                                                            | ${'C'}          | ${'one of A, B is needed'}
  ${z.literal('A')}                                                                                | ${'C'}          | ${'A is needed'}
  ${z.array(z.string())}                                                                           | ${{}}           | ${'a list is needed'}
  ${z.array(z.string()).min(1)}                                                                    | ${[]}           | ${'at least 1 is needed'}
  ${z.array(z.string()).max(2)}                                                                    | ${['', '', '']} | ${'at most 2 are taken'}
  ${z.strictObject({})}                                                                            | ${{ a: 1 }}     | ${'"a" is not a known field'}
  ${z.record(z.string(), z.string())}                                                              | ${[]}           | ${'an object is needed'}
  ${z.union([z.string(), z.number()])}                                                             | ${true}         | ${'text is needed, or a number is needed'}
  ${z.union([z.object({ a: z.string() }), z.array(z.string())])}                                   | ${true}         | ${'an object is needed, or a list is needed'}
  ${z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])}                           | ${{}}           | ${'another form is needed'}
  ${z.discriminatedUnion('k', [z.object({ k: z.literal('A') }), z.object({ k: z.literal('B') })])} | ${{ k: 'C' }}   | ${'one of A, B is needed'}
  ${z.never()}                                                                                     | ${1}            | ${'it must be left out'}
  ${z.custom((value) => value === 1)}                                                              | ${2}            | ${'another value is needed'}
  ${z.string('a name')}                                                                            | ${2}            | ${'a name'}
`('$value is refused: $says', ({ schema, value, says }) => {
  expect(schema.safeParse(value).error?.issues.map(({ message }: { message: string }) => message)).toEqual([
    says,
  ])
})
