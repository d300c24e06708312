import { codeBlock } from './code.ts'

import { type Html, html } from './html.ts'
import { json } from './notation.ts'

/** A chapter before the operations: what is true of all of them. */
export interface Chapter {
  readonly id: string
  readonly title: string
  readonly text: Html
  readonly example: Html
}

export function chapters(): readonly Chapter[] {
  return [firstCall(), keys(), bodies(), amounts(), lists(), idempotency(), errors(), receipts(), sdk()]
}

function firstCall(): Chapter {
  return {
    id: 'first-call',
    title: 'Your first call',
    text: html`
<p>Tillback awards purchases, keeps the wallets that the awards go to, and lets contacts spend them on
the next purchase. A till or a shop submits the purchase; the answer says what was awarded, what was
spent and what is left to pay.</p>
<p>Everything on this page lives under <code>/backoffice/v2</code>. Clients written for version 1 find
the same handlers, with flat bodies, under <code>/backoffice/v1</code>.</p>
<p>The first start of Tillback prints an address and a test key, and writes them to
<code>demo.json</code> in its data folder (<code>.tillback</code> unless you chose another). Put both
where the examples look for them: merchant 102, venue 400 and contact 6 are of the demo business that
comes with it.</p>`,
    example: html`${codeBlock(
      'Set up',
      `export BASE_URL=http://localhost:8080
export API_KEY=tb_test_…`,
    )}${codeBlock(
      'A purchase earns',
      `curl "$BASE_URL/backoffice/v2/purchases" \\
  -H "api_key: $API_KEY" \\
  -d "reference_number=R-1" \\
  -d "contact[loyalty_identifier]=6" \\
  -d "organisation[venue_tap][code]=400" \\
  -d "transaction_amounts[total]=100.00"`,
    )}${codeBlock(
      'The next one spends it',
      `curl "$BASE_URL/backoffice/v2/purchases" \\
  -H "api_key: $API_KEY" \\
  -d "reference_number=R-2" \\
  -d "contact[loyalty_identifier]=6" \\
  -d "organisation[venue_tap][code]=400" \\
  -d "transaction_amounts[total]=12.50" \\
  -d "spend_request[amount]=1.00"`,
    )}`,
  }
}

function keys(): Chapter {
  return {
    id: 'keys',
    title: 'Keys and modes',
    text: html`
<p>Send the key in any one of three headers: <code>api_key</code>, <code>X-API-Key</code>, or
<code>Authorization: Bearer</code>. Some proxies drop header names with an underscore; behind one of
those use the second or third. Two headers with different keys are refused.</p>
<p>The key decides the mode. <code>tb_test_…</code> sees test data only and <code>tb_live_…</code> live
data only; nothing is shared between the two. It also decides what may be done: every operation below
names the scope that it needs, and a key of one merchant or venue sees nothing else.</p>`,
    example: codeBlock(
      'Three ways, one key',
      `curl … -H "api_key: $API_KEY"
curl … -H "X-API-Key: $API_KEY"
curl … -H "Authorization: Bearer $API_KEY"`,
    ),
  }
}

function bodies(): Chapter {
  return {
    id: 'bodies',
    title: 'Bodies',
    text: html`
<p>Every body may be <code>application/json</code> or <code>application/x-www-form-urlencoded</code>;
both are read by the same rules and give the same result. Forms write nested fields in brackets or with
dots, and flags as <code>true</code>, <code>false</code>, <code>1</code> or <code>0</code>.</p>
<p>Names that are not known are refused with the nearest known name, never ignored. Answers may get new
fields at any time.</p>
<p>What is told in words, such as the sentence of an offer and why a purchase earned what it did, is
English, and Greek where <code>Accept-Language</code> asks for <code>el</code>. Codes are the same in all
languages.</p>`,
    example: codeBlock(
      'A form',
      `curl "$BASE_URL/backoffice/v2/purchases" \\
  -H "api_key: $API_KEY" \\
  -d "reference_number=R-1003" \\
  -d "organisation[merchant_tap][code]=102" \\
  -d "organisation[venue_tap][code]=400" \\
  -d "transaction_amounts[total]=12.50" \\
  -d "products[0][sku]=20-118" \\
  -d "products[0][quantity]=2" \\
  -d "products[0][total_amount]=12.50"`,
    ),
  }
}

function amounts(): Chapter {
  return {
    id: 'amounts',
    title: 'Amounts, times and names',
    text: html`
<p>Amounts are decimals, as numbers or as text, with no more places than their currency has:
<code>12.5</code> and <code>"12.50"</code> are the same, <code>12.505</code> EUR is refused. Nothing is
ever rounded on the way in.</p>
<p>Times are epoch seconds, in and out; ISO 8601 with an offset is also read. Ids are lower-case GUIDs.
A record that has a code, and a purchase that has a <code>reference_number</code>, can be addressed by
it wherever a path says <code>{id}</code>.</p>`,
    example: codeBlock(
      'All of these are read',
      `"total": 12.5
"total": "12.50"
"date": 1798797600
"date": "2027-01-01T12:00:00+02:00"`,
    ),
  }
}

const PAGING = { page: 1, size: 100, total: null, has_more: false }

function lists(): Chapter {
  return {
    id: 'lists',
    title: 'Lists',
    text: html`
<p>A list answers <code>content</code> and <code>paging</code>. Pages count from 1 and hold 10 items
unless <code>size</code> says otherwise, 100 at most. <code>total</code> is null unless
<code>include_total=true</code> asks for it, as counting costs more than reading. Times are filtered by
ranges such as <code>date[gte]=</code>.</p>
<p>Nothing found is an empty <code>content</code>, not an error. The SDK goes through all pages by
itself.</p>`,
    example: html`${codeBlock(
      'A range (curl needs -g for brackets)',
      `curl -g "$BASE_URL/backoffice/v2/purchases\\
?date[gte]=1798797600&size=100" \\
  -H "api_key: $API_KEY"`,
    )}${codeBlock('Answer 200', json({ content: [], paging: PAGING }))}`,
  }
}

function idempotency(): Chapter {
  return {
    id: 'idempotency',
    title: 'Sending twice, happening once',
    text: html`
<p>Put an <code>Idempotency-Key</code> of your own on every POST, PUT and DELETE. When no answer came,
send the same request with the same key again: what was already done is answered again, with
<code>Idempotent-Replayed: true</code>, and nothing happens twice. Keys are kept for 30 days; the same
key with another body is refused.</p>
<p>Purchases have a natural key besides: the same <code>reference_number</code> of the same merchant is
the same purchase, for ever. So a till that knows nothing of the header cannot award a receipt
twice.</p>`,
    example: codeBlock(
      'Safe to repeat',
      `curl "$BASE_URL/backoffice/v2/purchases" \\
  -H "api_key: $API_KEY" \\
  -H "Idempotency-Key: till-7-R-1004" \\
  -d "reference_number=R-1004" \\
  -d "organisation[venue_tap][code]=400" \\
  -d "transaction_amounts[total]=12.50"`,
    ),
  }
}

function errors(): Chapter {
  return {
    id: 'errors',
    title: 'Errors',
    text: html`
<p>Everything that is not 2xx has one body. Programs compare <code>error</code>; people read
<code>detail</code>, which says what was seen and what is needed. <code>field_errors</code> has every
field that is wrong, at once. A record that does not exist is a <strong>400</strong> with
<code>CRM.EXCEPTIONS.NOTFOUNDEXCEPTION</code>; 404 is an address that does not exist.</p>
<p>Besides the refusals that an operation lists, any call may get 401, 403, 429 and 5xx.
<code>retryable</code> says whether the same request may succeed later; wait for
<code>Retry-After</code> when it is there. Every answer carries a <code>Request-Id</code>: name it when
you report something.</p>
<p><a href="/docs/errors">All errors, what they mean and what to do</a></p>`,
    example: codeBlock(
      'Answer 400',
      json({
        status: 400,
        message: 'Record not found.',
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['contact', 'C-9'],
        type: '/docs/errors#not-found',
        title: 'Record not found.',
        detail: 'No contact is known by "C-9".',
        instance: 'req_0199b1c45a7e7c219f3d6b0c8d2e4f11',
        field_errors: [],
        doc_url: '/docs/errors#not-found',
        retryable: false,
      }),
    ),
  }
}

function receipts(): Chapter {
  return {
    id: 'receipts',
    title: 'Codes on receipts',
    text: html`
<p>A contact can claim a purchase with the code on its receipt. The QR code and the barcode hold the
same four fields in <strong>different orders</strong>, separated by semicolons. Merchant and venue are
the codes of their TAPs. The amount is times one hundred for every currency, with no decimal point.</p>
<p>The answer of a submitted purchase has both texts ready; a till that is offline makes them
itself.</p>`,
    example: html`${codeBlock(
      'Orders',
      `QR       receipt;merchant;venue;amount×100
         R-1001;102;400;1250
barcode  merchant;receipt;amount×100;venue
         102;R-1001;1250;400`,
    )}${codeBlock(
      'SDK',
      `receipts.qrText({
  receipt: 'R-1001', merchant: '102',
  venue: '400', amount: '12.50',
})`,
    )}`,
  }
}

function sdk(): Chapter {
  return {
    id: 'sdk',
    title: 'TypeScript SDK',
    text: html`
<p><code>@tillback/sdk</code> has no dependencies and runs in Node 20 and newer, browsers, Deno and Bun.
It makes the idempotency keys, tries again where that is safe, goes through pages, and throws errors of
their own classes. Every operation below shows its call.</p>`,
    example: codeBlock(
      'SDK',
      `import { Tillback } from '@tillback/sdk'

const client = new Tillback({
  apiKey: process.env.API_KEY ?? '',
  baseUrl: 'http://localhost:8080',
})`,
    ),
  }
}
