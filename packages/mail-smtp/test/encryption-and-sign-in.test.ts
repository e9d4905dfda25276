import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { smtpTransport } from '../src/index.ts';
import { mailServerAt } from '../src/mail-server.ts';
import { cert, key } from './support/certificate.ts';
import { failure, sent } from './support/mail.ts';
import { bareServer, mailServer } from './support/mail-server.ts';

describe('where mail is handed in', () => {
  it.each([
    ['smtps://mail.example.com', { host: 'mail.example.com', port: 465, encryption: 'tls' }],
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, encryption: 'starttls' }],
    ['smtp://mail.example.com:25', { port: 25, encryption: 'starttls' }],
    ['smtp://localhost:25', { host: 'localhost', port: 25, encryption: 'none' }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, encryption: 'none' }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, encryption: 'none' }],
    ['smtps://anna%40example.com:p%2Fw%3A@mail.example.com', { auth: { user: 'anna@example.com', pass: 'p/w:' } }],
  ])('%s', (url, expected) => {
    expect(mailServerAt(url)).toMatchObject(expected);
  });

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://user:geheim@mail.example.com/inbox',
    'smtp://user:geheim@mail.example.com?tls=no',
    'smtp://user:geheim%@mail.example.com',
    'smtp://user:geheim@mail.example.com:99999',
  ])('%s is refused, and the refusal tells no password', (url) => {
    expect(() => mailServerAt(url)).toThrow(TypeError);
    expect(() => mailServerAt(url)).not.toThrow(/geheim/);
  });

  it('no password leaves this machine in the clear, even when somebody wishes it', () => {
    expect(() => smtpTransport({ url: 'smtp://user:geheim@mail.example.com', encryption: 'none' })).toThrow(TypeError);
    expect(mailServerAt('smtp://mail.example.com', 'none').encryption).toBe('none');
  });
});

describe('the way to the mail server', () => {
  it.each(['tls', 'starttls'] as const)('is encrypted by %s when the certificate is trusted', async (encryption) => {
    const server = await mailServer({ cert, key, secure: encryption === 'tls', disabledCommands: [] });
    const transport = smtpTransport({ url: `smtps://localhost:${server.port}`, encryption, ca: cert });
    expect(await sent(transport)).toEqual({ outcome: 'sent', via: 'smtp' });
    expect(server.received).toHaveLength(1);
  });

  it.each(['tls', 'starttls'] as const)('is not taken by %s when the certificate is nobody’s', async (encryption) => {
    const server = await mailServer({ cert, key, secure: encryption === 'tls', disabledCommands: [] });
    const transport = smtpTransport({ url: `smtps://localhost:${server.port}`, encryption });
    expect(await failure(sent(transport))).toEqual({ code: 'tls_failed', permanent: false });
    expect(server.received).toEqual([]);
  });

  it('is not taken when STARTTLS is not offered: nothing is said, no name, no password', async () => {
    const heard: string[] = [];
    const { url } = await bareServer((socket) => {
      socket.write('220 mail.example.com ready\r\n');
      socket.on('data', (data) => {
        heard.push(String(data));
        socket.write(String(data).startsWith('EHLO') ? '250-mail.example.com\r\n250 AUTH PLAIN\r\n' : '502 No\r\n');
      });
    });
    const transport = smtpTransport({ url: url.replace('://', '://user:geheim@'), encryption: 'starttls' });
    expect(await failure(sent(transport))).toEqual({ code: 'tls_failed', permanent: false });
    expect(heard.filter((line) => !/^(EHLO|STARTTLS|QUIT)/.test(line))).toEqual([]);
  });
});

describe('signing in', () => {
  const members: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'praxis' && password === 'richtig' ? done(null, { user: username }) : done(null, {}),
  };

  it('with the right password lets mail through', async () => {
    const { port } = await mailServer(members);
    expect(await sent(smtpTransport({ url: `smtp://praxis:richtig@localhost:${port}` }))).toMatchObject({
      outcome: 'sent',
    });
  });

  it('with a wrong password waits for a person: no further try would help', async () => {
    const { port } = await mailServer(members);
    const transport = smtpTransport({ url: `smtp://praxis:falsch@localhost:${port}` });
    expect(await failure(sent(transport))).toEqual({ code: 'auth_refused', permanent: true });
  });

  it('that is missing waits for a person too', async () => {
    const { url } = await mailServer(members);
    expect(await failure(sent(smtpTransport({ url })))).toEqual({ code: 'auth_required', permanent: true });
  });

  it('at a server that is too busy to look the password up is tried again', async () => {
    const { port } = await mailServer({
      ...members,
      onAuth: (_, __, done) => done(Object.assign(new Error('4.7.0 Try later'), { responseCode: 454 })),
    });
    const transport = smtpTransport({ url: `smtp://praxis:richtig@localhost:${port}` });
    expect(await failure(sent(transport))).toEqual({ code: 'mail_deferred', permanent: false });
  });

  it('is never left out because the server does not offer it', async () => {
    const { port, received } = await mailServer({ disabledCommands: ['STARTTLS', 'AUTH'] });
    const transport = smtpTransport({ url: `smtp://praxis:richtig@localhost:${port}` });
    expect(await failure(sent(transport))).toEqual({ code: 'auth_refused', permanent: true });
    expect(received).toEqual([]);
  });
});
