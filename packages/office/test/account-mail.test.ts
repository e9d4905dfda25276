import { EffectFailed, MemoryStore } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import type { Delivery } from '@front-office/messages';
import { memoryTransport } from '@front-office/messages/testing';
import type { TellAbout } from '@front-office/sign-in';
import { newId } from '@front-office/values';
import { verticals } from '@front-office/verticals';
import { expect, it, onTestFinished } from 'vitest';
import { accountMail, createOffice, setUpOffice } from '../src/index.ts';

const anna: Parameters<TellAbout>[1] = { name: 'anna@example.com', shownAs: 'Anna Beispielmüller', language: 'en' };

/** A school, and mail in its name that goes as told; an account works in the school and in an office without an address. */
async function post(answer: (attempt: number) => Delivery = () => ({ outcome: 'sent', via: 'memory' })) {
  const { now } = new ManualClock('2026-06-30T09:00:00+02:00');
  const transport = memoryTransport((_mail, attempt) => answer(attempt));
  const problems: string[] = [];
  const pausesMs = [1, 1];
  const mail = accountMail({ transport, now, pausesMs, onProblem: (_error, where) => problems.push(where) });
  onTestFinished(mail.stop);
  const kernel = createOffice({ store: new MemoryStore(), vertical: verticals.school, now });
  const [school, nameless] = [newId(), newId()];
  await setUpOffice(kernel, school);
  const opensFor = (...works: readonly string[]) =>
    mail.sendFrom({ kernel, signIn: { officesOf: async (name) => (name === anna.name ? works : []) } });
  return {
    mail,
    problems,
    opensFor,
    school,
    nameless,
    tries: transport.tries,
    sent: () => [...transport.sent.values()],
  };
}

const away = (): never => {
  throw new EffectFailed('mail_server_away');
};

it('somebody is told by mail what has happened to their sign-in, in their language, in the name of their office', async () => {
  const { mail, sent, opensFor, school, nameless } = await post();
  opensFor(nameless, school);
  await mail.tellAbout('passwordChanged', anna);
  await mail.tellAbout('passkeyAdded', { ...anna, language: 'de' });
  await expect.poll(() => sent().length).toBe(2);
  const [english, german] = sent();
  expect(english).toMatchObject({
    id: expect.stringMatching(/^<account-[0-9a-f-]{36}@example\.com>$/),
    from: { address: 'schule@example.com' },
    to: { name: 'Anna Beispielmüller', address: 'anna@example.com' },
    subject: 'Your password was changed',
    date: '2026-06-30T07:00:00.000Z',
  });
  expect(english?.text).toMatch(
    /^Hello Anna Beispielmüller,\n\nThe password of your sign-in was changed, .*\n\nKind regards\n/,
  );
  expect(german?.text).toMatch(/^Guten Tag Anna Beispielmüller,\n\nZu Ihrer Anmeldung kam ein Passkey hinzu/);
});

it('what happened before the offices were open is told then', async () => {
  const { mail, sent, opensFor, school } = await post();
  await mail.tellAbout('recovered', anna);
  expect(sent()).toEqual([]);
  opensFor(school);
  await expect.poll(() => sent().length).toBe(1);
});

it('a mail server that is away is tried again, with the same mail, and at last given up', async () => {
  const comesBack = await post((attempt) => (attempt < 3 ? away() : { outcome: 'sent', via: 'memory' }));
  comesBack.opensFor(comesBack.school);
  await comesBack.mail.tellAbout('oneTimeCodesOff', anna);
  await expect.poll(() => comesBack.sent().length).toBe(1);
  expect([...comesBack.tries.values()]).toEqual([3]);
  expect(comesBack.problems).toEqual(['account mail', 'account mail']);

  const staysAway = await post(away);
  staysAway.opensFor(staysAway.school);
  await staysAway.mail.tellAbout('oneTimeCodesOff', anna);
  await expect.poll(() => staysAway.problems).toEqual(['account mail', 'account mail', 'account mail, given up']);
});

it('what a person has to see to first is not tried again', async () => {
  const { mail, problems, tries, opensFor, school } = await post(() => {
    throw new EffectFailed('sign_in_refused', { permanent: true });
  });
  opensFor(school);
  await mail.tellAbout('recoveryOffered', anna);
  await expect.poll(() => problems).toEqual(['account mail, given up']);
  expect([...tries.values()]).toEqual([1]);
});

it('nothing is sent where no office of theirs has an address, or the house closes', async () => {
  const { mail, sent, opensFor, nameless, problems } = await post();
  opensFor(nameless);
  await mail.tellAbout('passwordChanged', anna);
  await mail.tellAbout('passwordChanged', { ...anna, name: 'stranger@example.com' });
  const closing = await post(away);
  closing.mail.stop();
  closing.opensFor(closing.school);
  await closing.mail.tellAbout('passwordChanged', anna);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([sent(), problems, closing.sent()]).toEqual([[], [], []]);
});
