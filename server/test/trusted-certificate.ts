import tls from 'node:tls'
import { generate } from 'selfsigned'

let certificate: ReturnType<typeof generate> | undefined

/**
 * For a server on 127.0.0.1 that speaks TLS as servers in the world do; this process trusts it from now on. One for the process: of two
 * with one name, the first would be taken for the other.
 */
export async function trustedCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  certificate ??= trusted()
  const { private: key, cert } = await certificate
  return { key, cert }
}

async function trusted(): ReturnType<typeof generate> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), made.cert])
  return made
}
