import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { smtpTransport } from '../src/index.ts';
import { failure, key, mail, sent } from './support/mail.ts';
import { bareServer, mailServer, refusal } from './support/mail-server.ts';
import { decodedWords, header, textOf } from './support/source.ts';

describe('a mail that is taken', () => {
  it('arrives with its texts intact, addressed by its envelope, and says that nobody need answer', async () => {
    const server = await mailServer();
    expect(await sent(smtpTransport(server))).toEqual({ outcome: 'sent', via: 'smtp' });
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'empfang@praxis.example.com', to: ['joerg@praxis.example.com'] });
    const source = received?.source ?? '';
    expect(header(source, 'Message-ID')).toBe(mail.id);
    expect(header(source, 'Subject')).toBe('Ihr Besuch ist da');
    expect(header(source, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(source, 'Content-Language')).toBe('de');
    expect(new Date(header(source, 'Date')).toISOString()).toBe(mail.date);
    expect(decodedWords(header(source, 'To'))).toBe('Jörg Probeßmann <joerg@praxis.example.com>');
    expect(textOf(source)).toBe(mail.text);
  });

  it('keeps a subject and names of any script', async () => {
    const server = await mailServer();
    const subject = 'Besuch für Zoë — 訪問者 👋';
    const to = { name: 'Ольга Probe, Zweite "Abt."', address: mail.to.address };
    await sent(smtpTransport(server), { ...mail, subject, to });
    const source = server.received[0]?.source ?? '';
    expect(decodedWords(header(source, 'Subject'))).toBe(subject);
    expect(decodedWords(header(source, 'To'))).toContain('Ольга Probe, Zweite');
  });

  it.each([
    ['subject', { ...mail, subject: 'Da\r\nBcc: eve@example.net\r\n\r\nNeuer Text' }],
    ['name', { ...mail, to: { ...mail.to, name: 'Anna\r\nBcc: eve@example.net' } }],
    ['Message-ID', { ...mail, id: '<1@example.com>\r\nBcc: eve@example.net' }],
  ])('takes no header from line breaks in its %s', async (_, forged) => {
    const server = await mailServer();
    await sent(smtpTransport(server), forged);
    expect(server.received.map(({ to, source }) => [to, header(source, 'Bcc'), textOf(source)])).toEqual([
      [[mail.to.address], '', mail.text],
    ]);
  });

  it.each([
    'joerg@praxis.example.com>\r\nRCPT TO:<eve@example.net',
    'joerg@praxis.example.com, eve@example.net',
    'joerg@praxis.example.com> BODY=8BITMIME\r\nDATA',
  ])('goes to nobody else by an address such as %j', async (address) => {
    const server = await mailServer();
    const outcome = await sent(smtpTransport(server), { ...mail, to: { ...mail.to, address } });
    expect([outcome, server.received]).toEqual([{ outcome: 'bounced', reply: '501' }, []]);
  });
});

describe('a mail that is refused', () => {
  it('bounces when the recipient is unknown; what is told is figures, not the address', async () => {
    const server = await mailServer({
      onRcptTo: ({ address }, _, done) => done(refusal(550, `5.1.1 <${address}>: user unknown`)),
    });
    expect(await sent(smtpTransport(server))).toEqual({ outcome: 'bounced', reply: '550 5.1.1' });
  });

  it('is refused when the text is, at the end of it', async () => {
    const server = await mailServer({ onData: (_stream, _session, done) => done(refusal(554, '5.6.0 Not like this')) });
    expect(await sent(smtpTransport(server))).toEqual({ outcome: 'refused', reply: '554 5.6.0' });
  });

  it('waits for a person when the server does not take the sender', async () => {
    const server = await mailServer({ onMailFrom: (_, __, done) => done(refusal(553, '5.7.1 Not your address')) });
    expect(await failure(sent(smtpTransport(server)))).toEqual({ code: 'sender_refused', permanent: true });
  });

  it('bounces when its address cannot even be said to a server', async () => {
    const server = await mailServer();
    const nowhere = { ...mail, to: { ...mail.to, address: '' } };
    expect(await sent(smtpTransport(server), nowhere)).toEqual({ outcome: 'bounced', reply: null });
  });
});

describe('a mail that may pass later', () => {
  it('is put off by greylisting, and taken at the second try under the same Message-ID', async () => {
    let tries = 0;
    const server = await mailServer({
      onRcptTo: (_, __, done) => done(++tries === 1 ? refusal(450, '4.2.0 Greylisted') : null),
    });
    const transport = smtpTransport(server);
    expect(await failure(sent(transport))).toEqual({ code: 'mail_deferred', permanent: false });
    expect(await sent(transport)).toEqual({ outcome: 'sent', via: 'smtp' });
    expect(server.received.map(({ source }) => header(source, 'Message-ID'))).toEqual([mail.id]);
  });

  it('may be sent twice when the line drops before the answer; both have one Message-ID', async () => {
    const server = await mailServer({ onData: () => line.drop() });
    const line = await bareServer((socket) => {
      const far = connect(server.port, '127.0.0.1');
      socket.pipe(far).pipe(socket);
      far.on('error', () => {});
      socket.on('close', () => far.destroy());
    });
    const transport = smtpTransport(line);
    expect(await failure(sent(transport))).toEqual({ code: 'mail_server_away', permanent: false });
    expect(await failure(sent(transport))).toEqual({ code: 'mail_server_away', permanent: false });
    expect(server.received.map(({ source }) => header(source, 'Message-ID'))).toEqual([mail.id, mail.id]);
  });

  it('finds nobody at home', async () => {
    const { url } = await bareServer((socket) => socket.destroy());
    expect(await failure(sent(smtpTransport({ url })))).toEqual({ code: 'mail_server_away', permanent: false });
    expect(await failure(sent(smtpTransport({ url: 'smtp://127.0.0.1:1' })))).toEqual({
      code: 'mail_server_away',
      permanent: false,
    });
  });

  it('waits while the server has closed its counter for today', async () => {
    const { url } = await bareServer((socket) => socket.end('554 mail.example.com No service\r\n'));
    expect(await failure(sent(smtpTransport({ url })))).toEqual({ code: 'mail_server_away', permanent: false });
  });

  it.each([
    ['never greets', () => {}],
    ['is in no hurry: each answer in time, all of them together not', slow],
  ])('does not wait for a server that %s', async (_, behave) => {
    const { url } = await bareServer(behave);
    const began = performance.now();
    expect(await failure(sent(smtpTransport({ url, timeoutMs: 300 })))).toEqual({
      code: 'mail_timeout',
      permanent: false,
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is given up at once when the server of the office stops', async () => {
    const { url, sockets } = await bareServer(() => {});
    const stop = new AbortController();
    const trying = failure(sent(smtpTransport({ url }), mail, stop.signal));
    setTimeout(() => stop.abort(), 50);
    expect(await trying).toEqual({ code: 'mail_interrupted', permanent: false });
    await expect.poll(() => [...sockets].every((socket) => socket.readableEnded || socket.destroyed)).toBe(true);
  });
});

it('writes the key nowhere but in the Message-ID', async () => {
  const server = await mailServer();
  await sent(smtpTransport(server));
  expect(server.received[0]?.source.split(key)).toHaveLength(2);
});

/** Answers each line after 120 ms, which is less than any single time limit here. */
function slow(socket: Socket): void {
  const later = (text: string) => setTimeout(() => socket.write(text), 120);
  later('220 mail.example.com\r\n');
  socket.on('data', () => later('250 Gladly\r\n'));
}
