import type { NodemailerError } from 'nodemailer';
import { expect, it } from 'vitest';
import { deliveryAfter } from '../src/what-went-wrong.ts';
import { failure } from './support/mail.ts';

/** An error as nodemailer makes it of a reply: `anna@example.com` stands for whatever a server quotes. */
const after = (command: string, response: string, code = 'EENVELOPE'): NodemailerError =>
  Object.assign(new Error(`Something about anna@example.com: ${response}`), {
    code,
    command,
    response,
    responseCode: Number(/^\d+/.exec(response)?.[0]),
  });

it.each([
  ['RCPT TO', '550 5.1.1 <anna@example.com> unknown', { outcome: 'bounced', reply: '550 5.1.1' }],
  ['RCPT TO', '550-5.1.10 <anna@example.com>\n550 unknown', { outcome: 'bounced', reply: '550 5.1.10' }],
  ['RCPT TO', '552 Mailbox full', { outcome: 'bounced', reply: '552' }],
  ['RCPT TO', '550 10.0.0.1 is not liked', { outcome: 'bounced', reply: '550' }],
  ['DATA', '554 5.7.1 Looks like spam', { outcome: 'refused', reply: '554 5.7.1' }],
])('%s answered by %j', (command, response, expected) => {
  expect(deliveryAfter(after(command, response))).toEqual(expected);
});

it.each([
  ['RCPT TO', '450 4.2.0 Greylisted', 'mail_deferred', false],
  ['RCPT TO', '452 4.2.2 Mailbox full', 'mail_deferred', false],
  ['DATA', '421 4.3.2 Going down', 'mail_deferred', false],
  ['MAIL FROM', '530 5.7.0 Sign in first', 'auth_required', true],
  ['RCPT TO', '530 5.7.0 Sign in first', 'auth_required', true],
  ['MAIL FROM', '553 5.1.8 anna@example.com is not yours', 'sender_refused', true],
  ['AUTH PLAIN', '535 5.7.8 anna@example.com', 'auth_refused', true],
  ['AUTH PLAIN', '454 4.7.0 Later', 'mail_deferred', false],
  ['DATA', '503 5.5.1 Out of sequence', 'mail_failed', false],
  ['EHLO', '550 Go away', 'mail_server_away', false],
  ['CONN', '250 OK so far', 'mail_server_away', false],
  ['RCPT TO', '999 Nobody knows', 'mail_failed', false],
])('%s answered by %j fails with %s', async (command, response, code, permanent) => {
  const given =
    { EHLO: 'EPROTOCOL', CONN: 'ECONNECTION' }[command] ?? (response.startsWith('9') ? 'EPROTOCOL' : undefined);
  const trying = async () => deliveryAfter(after(command, response, given));
  expect(await failure(trying())).toEqual({ code, permanent });
});
