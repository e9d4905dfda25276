import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setStage } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();

/** Everything in the document where a name could be left: text, attributes, and what stands in its fields. */
const contentOf = (page: Page) =>
  page.evaluate(() =>
    [
      document.title,
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join('\n'),
  );
const leftOutside = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    state: history.state,
  }));
const nothing = { local: 0, session: 0, databases: 0, caches: 0, cookies: '', state: null };

/** Marks the document: a new one has no mark. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
const isNewDocument = (page: Page) => page.waitForFunction(() => !('marked' in window));

async function beginsTyping(office = stage.practice): Promise<Visitor> {
  const visitor = await stage.comesTo(office, (page) => page.clock.install());
  await visitor.sees('Willkommen');
  await mark(visitor.page);
  await visitor.taps('Anmelden');
  await visitor.sees('Wie heißen Sie?');
  await visitor.types('Annegret');
  return visitor;
}

describe('whoever walks away in the middle', () => {
  it('is warned after a minute by a page that hides what was typed, and leaves nothing twenty seconds later', async () => {
    const { page } = await beginsTyping();
    await page.clock.fastForward(55_000);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.clock.fastForward(5_000);
    await page.getByRole('dialog', { name: 'Sind Sie noch da?' }).waitFor();
    expect(await page.locator('#given').isVisible()).toBe(false);
    // Real time goes on beside the clock of the test, so the second itself is not to be relied on.
    await page.clock.runFor(18_000);
    await expect.poll(() => page.getByRole('timer').textContent()).toMatch(/^Noch [123] Sekunden?$/);
    expect(await page.evaluate(() => 'marked' in window)).toBe(true);
    await page.clock.runFor(3_000);
    await isNewDocument(page);
    expect(await contentOf(page)).not.toContain('Annegret');
    expect(await leftOutside(page)).toEqual(nothing);
    expect(await page.evaluate(() => history.length)).toBe(2); // about:blank and this page: there is no way back
  });

  it('and comes back in time goes on as often as needed, where the focus was', async () => {
    const visitor = await beginsTyping();
    const { page } = visitor;
    for (let times = 0; times < 11; times++) {
      await page.clock.fastForward(60_000);
      await visitor.taps('Ja, ich brauche noch Zeit');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(await page.locator('#given').inputValue()).toBe('Annegret');
    expect(await visitor.focused()).toContain('Vorname');
  });

  it('while help is open is warned all the same', async () => {
    const visitor = await beginsTyping();
    await visitor.taps('Ich brauche Hilfe');
    await visitor.page.getByText('Bitte wenden Sie sich an unsere Anmeldung.').waitFor();
    await visitor.page.clock.fastForward(60_000);
    await visitor.page.getByRole('dialog', { name: 'Sind Sie noch da?' }).waitFor();
    await expect.poll(() => visitor.page.getByRole('dialog').count()).toBe(1);
  });
});

describe('whoever has checked in', () => {
  async function checksIn(): Promise<Visitor> {
    const visitor = await beginsTyping();
    await visitor.page.keyboard.press('Tab');
    await visitor.types('Musterlang');
    await visitor.taps('Weiter');
    await visitor.sees('Zu wem möchten Sie?');
    await visitor.types('probe');
    await visitor.page.clock.runFor(300);
    await visitor.taps('Dr. Jörg Probeßmann');
    await visitor.sees('Ihre Daten bei uns');
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Anmeldung abgeschlossen');
    return visitor;
  }

  it('sees no name on the last page, and ten seconds later the start page is a new document', async () => {
    const { page } = await checksIn();
    expect(await contentOf(page)).not.toMatch(/Annegret|Musterlang/);
    await page.clock.fastForward(10_000);
    await isNewDocument(page);
    expect(await leftOutside(page)).toEqual(nothing);
  });

  it('need not wait for it', async () => {
    const visitor = await checksIn();
    await visitor.taps('Fertig');
    await isNewDocument(visitor.page);
    await visitor.sees('Willkommen');
  });
});

describe('the start page', () => {
  it('returns to the language of the house ten seconds after somebody chose another', async () => {
    const visitor = await stage.comesTo(stage.practice, (page) => page.clock.install());
    await visitor.sees('Willkommen');
    await visitor.taps('English');
    await visitor.sees('Welcome to our practice');
    await visitor.page.clock.fastForward(10_000);
    await visitor.sees('Willkommen in unserer Praxis');
  });

  it('that nobody touches stays as it is', async () => {
    const visitor = await stage.comesTo(stage.practice, (page) => page.clock.install());
    await visitor.sees('Willkommen');
    await mark(visitor.page);
    await visitor.page.clock.fastForward(120_000);
    await visitor.page.waitForTimeout(200);
    expect(await visitor.page.evaluate(() => 'marked' in window)).toBe(true);
  });

  it('keeps nothing of whoever went back to it', async () => {
    const visitor = await beginsTyping();
    await visitor.taps('Zurück');
    await visitor.sees('Willkommen');
    await visitor.taps('Anmelden');
    await visitor.sees('Wie heißen Sie?');
    expect(await visitor.page.locator('#given').inputValue()).toBe('');
  });
});
