import { describe, expect, it } from 'vitest';
import { setStage, visitsOf } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

const stage = setStage();

async function saysWho(visitor: Visitor, family = 'Musterlang') {
  await visitor.sees('Willkommen');
  await visitor.taps('Anmelden');
  await visitor.sees('Wie heißen Sie?');
  await visitor.types('Anna');
  await visitor.page.keyboard.press('Tab');
  await visitor.types(family);
  await visitor.taps('Weiter');
}

async function choosesHost(visitor: Visitor) {
  await visitor.sees('Zu wem möchten Sie?');
  await visitor.types('probe');
  await visitor.taps('Dr. Jörg Probeßmann');
  await visitor.sees('Ihre Daten bei uns');
}

describe('a walk-in', () => {
  it('by touch takes at most six taps beside the typing, where the office asks for a purpose too', async () => {
    const visitor = await stage.comesTo(stage.school);
    await saysWho(visitor);
    await visitor.sees('Wen möchten Sie sprechen?');
    await visitor.types('mus');
    await visitor.taps('Lukas Musterfeld');
    await visitor.sees('Was führt Sie zu uns?');
    await visitor.taps('Gespräch');
    await visitor.sees('Ihre Daten bei uns');
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Anmeldung abgeschlossen');
    expect(visitor.tapCount).toBeLessThanOrEqual(6);
    expect(await visitsOf(stage.school)).toMatchObject([
      { state: 'waiting', visitor: { given: 'Anna', family: 'Musterlang' }, purpose: 'conference', announced: false },
    ]);
  });

  it('works by keyboard alone', async () => {
    const visitor = await stage.comesTo(stage.school);
    const { keyboard } = visitor.page;
    await visitor.sees('Willkommen');
    await visitor.tabsTo('English');
    await keyboard.press('Space');
    await visitor.sees('Welcome to our school');
    await visitor.tabsTo('Check in');
    await keyboard.press('Enter');
    await visitor.sees('What is your name?');
    await visitor.tabsTo('Last name');
    await visitor.types('Probegut');
    await keyboard.press('Enter');
    await visitor.sees('Whom would you like to speak with?');
    await visitor.types('weiß');
    await visitor.page.getByText('We found nobody by that name').waitFor();
    await keyboard.press('Control+A');
    await visitor.types('probew');
    await visitor.page.getByRole('button', { name: 'Birgit Probeweiß' }).waitFor();
    await visitor.tabsTo('Birgit Probeweiß');
    await keyboard.press('Enter');
    await visitor.sees('What brings you here?');
    await visitor.tabsTo('None of these');
    await keyboard.press('Space');
    await visitor.sees('Your data with us');
    await visitor.tabsTo('Check in now');
    await keyboard.press('Enter');
    await visitor.sees('Check-in complete');
    expect(await visitsOf(stage.school)).toContainEqual(
      expect.objectContaining({ visitor: { family: 'Probegut' }, purpose: null }),
    );
  });

  it('is shown no host before the third letter', async () => {
    const visitor = await stage.comesTo(stage.practice);
    const searches: string[] = [];
    visitor.page.on('request', (request) => request.url().includes('/hosts') && searches.push(request.url()));
    await saysWho(visitor);
    await visitor.sees('Zu wem möchten Sie?');
    await visitor.types('be');
    await visitor.page.waitForTimeout(400);
    expect(searches).toEqual([]);
    expect(await visitor.page.locator('.choices').count()).toBe(0);
    await visitor.types('i');
    await visitor.page.getByRole('button', { name: 'Dr. Anna Beispielmüller' }).waitFor();
    // Those who receive no visitors are not found.
    expect(await visitor.page.getByText('Beispielbrück').count()).toBe(0);
  });
});

describe('a mistake', () => {
  it('is said on top and at the field in the same words, first of all in the title, and leads to the field', async () => {
    const visitor = await stage.comesTo(stage.practice);
    await saysWho(visitor, '  ');
    const { page } = visitor;
    const sentence = 'Bitte geben Sie Ihren Familiennamen ein.';
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('mistakes');
    expect(await page.title()).toMatch(/^Fehler: Wie heißen Sie\?/);
    await expect.poll(() => page.locator('#family-mistake').textContent()).toContain(sentence);
    await summary.getByRole('link', { name: sentence }).tap();
    expect(await visitor.focused()).toBe('Familienname');
    expect(new URL(page.url()).hash).toBe('');
  });

  it('that only the server sees leads back to its field, with all answers', async () => {
    const visitor = await stage.comesTo(stage.practice);
    await saysWho(visitor, '4711');
    await choosesHost(visitor);
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Wie heißen Sie?');
    await visitor.page.getByRole('link', { name: 'nur mit Buchstaben' }).tap();
    await visitor.page.keyboard.press('Control+A');
    await visitor.types('Musterzahl');
    await visitor.taps('Weiter');
    await visitor.taps('Weiter');
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Anmeldung abgeschlossen');
  });

  it('of choosing a host who has just left comes back with the sentence of the server', async () => {
    const visitor = await stage.comesTo(stage.practice);
    const nobody = '00000000-0000-4000-8000-000000000000';
    await visitor.page.route('**/walk-in', (route) =>
      route.continue({ postData: { ...route.request().postDataJSON(), host: nobody } }),
    );
    await saysWho(visitor);
    await choosesHost(visitor);
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Zu wem möchten Sie?');
    await visitor.page.getByRole('alert').getByText('Diese Person empfängt zurzeit keinen Besuch.').waitFor();
  });
});

describe('when the network fails', () => {
  it('a lost answer is asked for again with the same id, and the visitor is checked in once', async () => {
    const visitor = await stage.comesTo(stage.practice);
    const { page } = visitor;
    const keys: (string | undefined)[] = [];
    await page.route('**/walk-in', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch(); // it arrives and is done
      await route.abort(); // and its answer is lost
    });
    await saysWho(visitor, 'Musterfunk');
    await choosesHost(visitor);
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Wir haben noch keine Antwort');
    await page.getByText('nicht verloren').waitFor();
    await visitor.taps('Noch einmal versuchen');
    await visitor.sees('Anmeldung abgeschlossen');
    expect(keys[0]).toBeTruthy();
    expect(keys).toEqual([keys[0], keys[0]]);
    const mine = (await visitsOf(stage.practice)).filter((visit) => visit.visitor.family === 'Musterfunk');
    expect(mine).toHaveLength(1);
  });

  it('at the start, the kiosk waits calmly and comes by itself', async () => {
    let tries = 0;
    const visitor = await stage.comesTo(stage.practice, async (page) => {
      await page.clock.install();
      await page.route('**/welcome', (route) => (tries++ < 1 ? route.abort() : route.continue()));
    });
    await visitor.page.getByText(/gern persönlich|welcome to speak/).waitFor();
    await visitor.page.clock.fastForward(5_000);
    await visitor.sees('Willkommen');
    expect(tries).toBe(2);
  });
});
