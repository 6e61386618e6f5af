import { expect, test } from 'vitest'
import { parseAddress } from './address.ts'

test.each([
  ['vsnap-1', 'https://vsnap-1:8900', 'vsnap-1', 8900],
  [' vsnap-1.example.com ', 'https://vsnap-1.example.com:8900', 'vsnap-1.example.com', 8900],
  ['10.0.0.7:9000', 'https://10.0.0.7:9000', '10.0.0.7', 9000],
  ['https://vsnap-1', 'https://vsnap-1:8900', 'vsnap-1', 8900],
  ['HTTPS://VSNAP-1:443/', 'https://vsnap-1:443', 'vsnap-1', 443],
  ['https://vsnap-1:443', 'https://vsnap-1:443', 'vsnap-1', 443],
  ['https://vsnap-1:8900/api', 'https://vsnap-1:8900', 'vsnap-1', 8900],
  ['[fe80::1]:8900', 'https://[fe80::1]:8900', 'fe80::1', 8900],
  ['https://[2001:DB8::1]', 'https://[2001:db8::1]:8900', '2001:db8::1', 8900],
  ['::1', 'https://[::1]:8900', '::1', 8900],
])('%s', (text, url, host, port) => {
  expect(parseAddress(text)).toEqual({ url, host, port })
  expect(parseAddress(url)).toEqual({ url, host, port })
})

test.each([
  '',
  'http://vsnap-1',
  'ftp://x',
  'https://',
  'https://user:pw@vsnap-1',
  'vsnap-1/other',
  'vsnap-1?x=1',
  'a b',
  'vsnap-1:0',
  'vsnap-1:99999',
  '//evil',
  'file:///etc/passwd',
])('refused: %j', (text) => {
  expect(() => parseAddress(text)).toThrow(expect.objectContaining({ type: 'InvalidParameterError' }))
})
