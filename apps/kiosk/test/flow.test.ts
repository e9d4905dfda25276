import { describe, expect, it } from 'vitest';
import { askOf } from '../src/ask.ts';
import type { Event } from '../src/event.ts';
import { step } from '../src/flow.ts';
import { opening, type State } from '../src/state.ts';
import { host, practice, school } from './support/office-words.ts';

/** The kiosk after these events. */
const after = (state: State, ...events: Event[]): State => events.reduce(step, state);

const atStart = (welcome = practice) => after(opening('en'), { type: 'welcomed', welcome, settings: null });
const begin: Event = { type: 'begin', request: 'request-1' };
const types = (field: 'given' | 'family' | 'company' | 'search', text: string): Event => ({
  type: 'type',
  field,
  text,
});
const goOn: Event = { type: 'continue' };
const back: Event = { type: 'back' };

const anna = [types('given', 'Anna'), types('family', ' Musterlang '), goOn];
const toJoerg: Event[] = [
  types('search', 'prob'),
  { type: 'hostsFound', search: 'prob', found: [host] },
  { type: 'chooseHost', host },
];
const sending = (welcome = practice) => after(atStart(welcome), begin, ...anna, ...toJoerg, goOn, goOn);
const refused = (code: string, fields: readonly string[] = []): Event => ({
  type: 'refused',
  refusal: { code, sentence: 'Bitte wählen Sie jemand anderen.', language: 'de', fields },
});

describe('a visitor whom nobody announced', () => {
  it('says who they are and whom they want to see, reads the notice, and is checked in', () => {
    const asked = after(atStart(), begin, ...anna, ...toJoerg);
    expect(asked.page).toBe('privacy');
    const sent = after(asked, goOn);
    expect(askOf(sent)).toMatchObject({
      type: 'send',
      request: 'request-1',
      visit: { visitor: { given: 'Anna', family: 'Musterlang' }, host: host.id },
    });
    expect(after(sent, { type: 'accepted' }).page).toBe('done');
  });

  it('is asked for a purpose only where the office offers some, and need not say', () => {
    const asked = after(atStart(school), begin, ...anna, ...toJoerg);
    expect(asked.page).toBe('purpose');
    const [first] = school.purposes;
    const said = after(asked, { type: 'choosePurpose', purpose: first?.id ?? '' }, goOn);
    expect(askOf(said)).toMatchObject({ visit: { purpose: first?.id } });
    expect(askOf(after(asked, goOn, goOn))).not.toHaveProperty('visit.purpose');
  });

  it('without a family name is told so, and stays', () => {
    const state = after(atStart(), begin, types('given', 'Anna'), types('family', '  '), goOn);
    expect(state).toMatchObject({ page: 'name', mistakes: [{ field: 'family', code: 'family_missing' }] });
  });

  it('without a host is told so, and stays', () => {
    const state = after(atStart(), begin, ...anna, types('search', 'prob'), goOn);
    expect(state).toMatchObject({ page: 'host', mistakes: [{ field: 'search', code: 'host_missing' }] });
  });

  it('finds every answer again after going back, and goes on without choosing once more', () => {
    const atNotice = after(atStart(), begin, ...anna, ...toJoerg);
    const atName = after(atNotice, back, back);
    expect(atName).toMatchObject({ page: 'name', answers: { given: 'Anna', search: 'prob', host } });
    expect(after(atName, goOn, goOn)).toEqual(atNotice);
  });
});

describe('the search for a host', () => {
  const searching = (text: string) => after(atStart(), begin, ...anna, types('search', text));

  it('asks nobody before three letters, and then once', () => {
    expect(askOf(searching('Pr'))).toBeNull();
    expect(askOf(searching('Dr. P'))).toBeNull();
    expect(askOf(searching('Dr. Pro'))).toMatchObject({ type: 'hosts', search: 'Dr. Pro' });
    expect(askOf(after(searching('pro'), { type: 'hostsFound', search: 'pro', found: [] }))).toBeNull();
  });

  it('takes no notice of an answer to an older text', () => {
    const state = after(searching('prob'), { type: 'hostsFound', search: 'pro', found: [host] });
    expect(state).toMatchObject({ hosts: { found: [] } });
  });

  it('forgets the host when the text is changed after choosing', () => {
    const state = after(atStart(), begin, ...anna, ...toJoerg, back, types('search', 'proba'), goOn);
    expect(state).toMatchObject({ page: 'host', answers: { host: null }, mistakes: [{ code: 'host_missing' }] });
  });

  it('that nobody answered is made again when asked', () => {
    const unanswered = after(searching('prob'), { type: 'hostsFound', search: 'prob', found: 'unanswered' });
    expect(askOf(unanswered)).toBeNull();
    expect(askOf(after(unanswered, { type: 'searchAgain' }))).toMatchObject({ search: 'prob' });
  });
});

describe('sending', () => {
  it('again after a lost answer keeps the request id, and is a new ask', () => {
    const lost = after(sending(), { type: 'unanswered' });
    expect(lost.page).toBe('unsent');
    expect(askOf(lost)).toBeNull();
    const first = askOf(sending());
    const second = askOf(after(lost, { type: 'sendAgain' }));
    expect(second).toEqual({ ...first, attempt: 2 });
  });

  it('leaves no way back to the questions, since the visit may be checked in already', () => {
    const lost = after(sending(), { type: 'unanswered' });
    expect(after(lost, back)).toBe(lost);
    expect(after(sending(), back, goOn, types('family', 'X'))).toEqual(sending());
  });

  it.each([
    ['host_unknown', 'host', 'search'],
    ['purpose_unknown', 'purpose', 'purpose'],
    ['not_permitted', 'privacy', null],
  ] as const)(
    'that is refused with %s leads back to the page %s, with the sentence and all answers',
    (code, page, field) => {
      const state = after(sending(school), goOn, refused(code));
      expect(state).toMatchObject({
        page,
        answers: { given: 'Anna', search: 'prob' },
        mistakes: [{ field, sentence: 'Bitte wählen Sie jemand anderen.', language: 'de' }],
      });
    },
  );

  it('with a name that is none leads back to the name, in words of our own', () => {
    const state = after(sending(), refused('input_invalid', ['visitor.family', 'company']));
    expect(state).toMatchObject({
      page: 'name',
      mistakes: [
        { field: 'family', code: 'family_invalid' },
        { field: 'company', code: 'company_invalid' },
      ],
    });
  });
});

describe('whoever leaves', () => {
  const warned = after(atStart(), begin, ...anna, { type: 'idle' });

  it('in the middle of a page is warned, keeps everything by one tap, a hundred times', () => {
    expect(warned.over).toBe('warning');
    const stayed = after(
      warned,
      ...Array.from({ length: 100 }, (): Event[] => [{ type: 'stillHere' }, { type: 'idle' }]).flat(),
    );
    expect(stayed).toEqual(warned);
  });

  it('and does not come back, leaves nothing of themselves', () => {
    expect(JSON.stringify(after(warned, { type: 'nobodyHere' }))).not.toMatch(/Anna|Musterlang/);
    expect(askOf(after(warned, { type: 'nobodyHere' }))).toEqual({ type: 'newDocument' });
  });

  it.each([
    ['on the start page', atStart()],
    ['after checking in', after(sending(), { type: 'accepted' })],
  ])('%s needs no warning', (_, state) => {
    expect(askOf(after(state, { type: 'idle' }))).toEqual({ type: 'newDocument' });
  });

  it('by Back from the first question, or by checking in, leaves no answer in the state', () => {
    for (const state of [
      after(atStart(), begin, types('family', 'Musterlang'), back),
      after(sending(), { type: 'accepted' }),
    ])
      expect(JSON.stringify(state)).not.toContain('Musterlang');
  });
});

describe('the kiosk', () => {
  it('asks for its welcome again and again, with pauses, until the server is there', () => {
    const waiting = after(opening('de'), { type: 'notWelcomed' }, { type: 'notWelcomed' });
    expect(askOf(opening('de'))).toMatchObject({ type: 'welcome', afterMs: 0 });
    expect(askOf(waiting)).toMatchObject({ type: 'welcome', attempt: 3, afterMs: 5_000 });
  });

  it('begins in the language of the house, and speaks another one on any page', () => {
    expect(atStart().language).toBe('de');
    expect(after(atStart(), begin, ...anna, { type: 'speak', language: 'en' })).toMatchObject({
      page: 'host',
      language: 'en',
    });
  });
});
