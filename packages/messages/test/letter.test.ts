import { Instant, TimeZone } from '@front-office/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type House, type Mail, type Subject, TemplateName } from '../src/index.ts';
import { oneLine, write } from '../src/letter.ts';
import { nightlyPolicy, sampleHouse } from '../src/testing.ts';
import { annasVisit, joerg, mary } from './post-room.ts';

const jetzt = Instant.parse('2026-06-30T14:06:00+02:00');

interface Wish {
  readonly template?: TemplateName;
  readonly subject?: Subject;
  readonly house?: House;
  readonly at?: Instant;
  readonly namesVisitors?: boolean;
}

function writtenTo(reader: typeof joerg | 'desk', wish: Wish = {}): Mail {
  const {
    template = 'visitorArrived',
    subject = annasVisit,
    house = sampleHouse,
    at = jetzt,
    namesVisitors = true,
  } = wish;
  const { name, mail, language } = reader === 'desk' ? { ...house, mail: house.deskMail } : reader;
  return write({
    key: 'key.1',
    message: { template, policy: { ...nightlyPolicy, namesVisitors } },
    house,
    from: house.mail ?? '',
    addressee: { name, address: mail ?? '', language, greeted: reader !== 'desk' },
    subject,
    at,
  });
}

describe('a mail', () => {
  it('is short and kind, in the language of whoever reads it, with the time of the office', () => {
    expect(writtenTo(joerg)).toEqual({
      id: '<key.1@praxis.example.com>',
      from: { name: 'Beispielpraxis', address: 'empfang@praxis.example.com' },
      to: { name: 'Jörg Probeßmann', address: 'joerg@praxis.example.com' },
      subject: 'Ihr Besuch ist da',
      language: 'de',
      date: jetzt,
      text: `Guten Tag, Jörg Probeßmann,

Ihr Besuch ist um 14:05 Uhr angekommen und wartet am Empfang auf Sie.

Es wartet: Anna Beispielmüller, Beispiel & Sample

Freundliche Grüße
Beispielpraxis

Diese Nachricht wurde automatisch verschickt.
`,
    });
    expect(writtenTo(mary)).toMatchObject({
      subject: 'Your visitor is here',
      text: `Hello Mary Sample,

Your visitor arrived at 14:05 and is waiting for you at the front desk.

Waiting: Anna Beispielmüller, Beispiel & Sample

Kind regards
Beispielpraxis

This message was sent automatically.
`,
    });
  });

  it('greets nobody by name at the front desk, and tells it whom the visitor has come to see', () => {
    const { text } = writtenTo('desk', { template: 'deskTold' });
    expect(text).toMatch(/^Guten Tag,\n\nEin Besuch wartet seit 14:05 Uhr am Empfang/);
    expect(text).toContain('Erwartet wird er von: Jörg Probeßmann');
  });

  it('says the date when it is read on another day than it tells of', () => {
    const nextMorning = Instant.parse('2026-07-01T07:00:00+02:00');
    const late = (reader: typeof joerg) => writtenTo(reader, { template: 'visitorDidNotCome', at: nextMorning }).text;
    expect(late(joerg)).toContain('war am 30. Juni 2026 um 14:05 Uhr angemeldet');
    expect(late(mary)).toContain('was expected on 30 June 2026 at 14:05');
  });

  it('takes the day and the hour from the office’s zone, not the server’s', () => {
    const zone = TimeZone.parse('America/New_York');
    const evening = { ...annasVisit, since: Instant.parse('2026-07-01T03:30:00Z') };
    const { text } = writtenTo(mary, {
      house: { ...sampleHouse, zone },
      subject: evening,
      at: Instant.parse('2026-07-01T03:40:00Z'),
    });
    expect(text).toContain('arrived at 23:30 and');
  });

  it.each(TemplateName.options)(
    '%s: nobody is named in the subject line nor in the first paragraph, which a locked screen shows',
    (template) => {
      for (const reader of [joerg, mary, 'desk'] as const) {
        const { subject, text } = writtenTo(reader, { template });
        const [, first] = text.split('\n\n');
        for (const name of ['Anna', 'Beispielmüller', 'Sample', 'Probeßmann'])
          expect(`${subject} ${first}`).not.toContain(name);
        expect(text).toContain('Anna Beispielmüller');
      }
    },
  );

  it.each(TemplateName.options)('%s names the visitor nowhere where the house wishes so', (template) => {
    for (const reader of [joerg, mary, 'desk'] as const) {
      const { text } = writtenTo(reader, { template, namesVisitors: false });
      expect(text).not.toMatch(/Anna|Beispielmüller|Sample\n|null|undefined/);
      expect(text).not.toContain('\n\n\n');
    }
  });

  it('of a visitor without a company ends with the name', () => {
    expect(writtenTo(joerg, { subject: { ...annasVisit, company: null } }).text).toContain(
      'Es wartet: Anna Beispielmüller\n',
    );
  });
});

describe('a name that somebody typed', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('Anna', '\r', '\n', '\u2028', '\u0085', '\u202e', '\t', 'Bcc: eve@example.net', '\0'))
      .map((parts) => parts.join('')),
  );

  it('is one line, so it writes neither headers nor lines of its own', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (visitor, company, name) => {
        const plain = writtenTo(joerg).text.split('\n').length;
        const mail = writtenTo(
          { ...joerg, name },
          { subject: { ...annasVisit, visitor, company, host: name }, house: { ...sampleHouse, name } },
        );
        expect(mail.text.split('\n')).toHaveLength(plain);
        for (const line of [mail.subject, mail.to.name, mail.from.name])
          expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(mail.text).not.toMatch(/[\r\u0085\u2028\u2029\u202e]/);
      }),
    );
  });

  it('is otherwise left as it is', () => {
    for (const name of ['Zoë O’Hara-Beispiel', '訪問者', 'Dr. h. c. Anna B.']) expect(oneLine(name)).toBe(name);
  });
});
