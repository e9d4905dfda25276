import { expect, it } from 'vitest';
import { webhookSender } from '../src/index.ts';
import { receiver } from './support/receiver.ts';
import { to } from './support/sending.ts';

/** Names as an attacker's own DNS would answer them. */
const names: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'sub.localhost': ['127.0.0.1'],
  'inside.example.com': ['10.0.0.7'],
  'both.example.com': ['93.184.216.34', '127.0.0.1'],
  'mapped.example.com': ['::ffff:10.0.0.7'],
  'settings.example.com': ['169.254.169.254'],
  'empty.example.com': [],
  'public.example.com': ['93.184.216.34'],
};

it.each([
  ['https://127.0.0.1/', 'address_not_public'],
  ['https://2130706433/', 'address_not_public'], // decimal
  ['https://0177.0.0.1/', 'address_not_public'], // octal
  ['https://0x7f.1/', 'address_not_public'], // hexadecimal, short
  ['https://0x7f000001/', 'address_not_public'],
  ['https://127.1/', 'address_not_public'],
  ['https://0/', 'address_not_public'],
  ['https://127.0.0.1./', 'address_not_public'], // a dot behind it
  ['https://１２７.０.０.１/', 'address_not_public'], // fullwidth digits
  ['https://①②⑦.⓪.⓪.①/', 'address_not_public'], // circled digits
  ['https://127。0。0。1/', 'address_not_public'], // ideographic full stops
  ['https://%31%32%37.0.0.1/', 'address_not_public'],
  ['https://[::1]/', 'address_not_public'],
  ['https://[::ffff:127.0.0.1]/', 'address_not_public'],
  ['https://[0:0:0:0:0:ffff:7f00:1]/', 'address_not_public'],
  ['https://[64:ff9b::a9fe:a9fe]/', 'address_not_public'],
  ['https://[fd00:ec2::254]/', 'address_not_public'],
  ['https://169.254.169.254/latest/meta-data/', 'address_not_public'],
  ['https://localhost/', 'address_not_public'],
  ['https://LOCALHOST/', 'address_not_public'],
  ['https://localhost./', 'address_not_public'],
  ['https://sub.localhost/', 'address_not_public'],
  ['https://inside.example.com/', 'address_not_public'],
  ['https://both.example.com/', 'address_not_public'],
  ['https://mapped.example.com/', 'address_not_public'],
  ['https://settings.example.com/', 'address_not_public'],
  ['https://empty.example.com/', 'name_not_found'],
  ['https://unknown.example.com/', 'name_not_found'],
  ['https://anna@public.example.com/', 'url_refused'],
  ['https://anna:geheim@public.example.com/', 'url_refused'],
  ['https://public.example.com@127.0.0.1/', 'url_refused'],
  ['https://public.example.com:0/', 'url_refused'],
  ['https://public.example.com:99999/', 'url_refused'],
  ['http://public.example.com/', 'url_refused'], // readable on the way
  ['ftp://public.example.com/', 'url_refused'],
  ['file:///etc/passwd', 'url_refused'],
  ['javascript:alert(1)', 'url_refused'],
  ['public.example.com', 'url_refused'],
  ['', 'url_refused'],
])('nothing is sent to %s', async (url, code) => {
  const sender = webhookSender({ resolve });
  expect(await sender.post(to(url))).toEqual({ outcome: 'failed', code, status: null, retryAfterMs: null });
});

it('a name that leads elsewhere when it is asked a second time is asked once', async () => {
  const there = await receiver();
  let asked = 0;
  const rebinding = async () => [['127.0.0.1'], ['10.0.0.7']][asked++] ?? ['10.0.0.7'];
  const sender = webhookSender({ resolve: rebinding, allowAddress: (address) => address === '127.0.0.1' });
  // The name is in no DNS: whoever asked anybody else for it would not get there.
  const answer = await sender.post(to(`http://rebinding.invalid:${there.port}/hook`));
  expect(answer).toEqual({ outcome: 'delivered', status: 204 });
  expect(there.received.map(({ headers }) => headers.host)).toEqual([`rebinding.invalid:${there.port}`]);
  expect(asked).toBe(1);
});

async function resolve(hostname: string): Promise<readonly string[]> {
  const found = names[hostname];
  if (found === undefined) throw new Error('ENOTFOUND');
  return found;
}
