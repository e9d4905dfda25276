import { describe, it } from 'vitest';
import { languages } from '../src/state.ts';
import { words } from '../src/words/index.ts';
import { setStage } from './support/stage.ts';
import { expectUsable } from './support/usable.ts';

const stage = setStage();

describe('every page is right for axe, fits 320 px, and has large targets, in both languages and themes', () => {
  it('on the way through', async () => {
    const visitor = await stage.comesTo(stage.school);
    const { page } = visitor;
    await visitor.sees('Willkommen');
    await expectUsable(page, 'start');
    await visitor.taps('Anmelden');
    await expectUsable(page, 'name');
    await visitor.taps('Weiter');
    await expectUsable(page, 'name, with a mistake');
    await page.locator('#family').fill('Musterlang');
    await visitor.taps('Weiter');
    await expectUsable(page, 'host');
    await page.locator('#search').fill('xyz');
    await page.getByText('niemanden gefunden').waitFor();
    await expectUsable(page, 'host, nobody found');
    await page.locator('#search').fill('muster');
    await page.getByText('2 Personen gefunden').waitFor();
    await expectUsable(page, 'host, some found');
    await visitor.taps('Lukas Musterfeld');
    await expectUsable(page, 'purpose');
    await visitor.taps('Lieferung');
    await expectUsable(page, 'privacy');
    await visitor.taps('Zurück');
    await expectUsable(page, 'purpose, chosen before');
    await visitor.taps('Weiter');
    await visitor.taps('Jetzt anmelden');
    await expectUsable(page, 'done');
  });

  it.each(languages)('with a dialog before it, in %s', async (language) => {
    const texts = words[language];
    const visitor = await stage.comesTo(stage.practice, (page) => page.clock.install());
    const { page } = visitor;
    await visitor.sees('Willkommen');
    await visitor.taps(texts.name);
    await visitor.taps(texts.needHelp);
    await expectUsable(page, 'help');
    await page.keyboard.press('Escape');
    await visitor.taps(texts.checkIn);
    await page.clock.fastForward(60_000);
    await page.getByRole('dialog', { name: texts.stillHere }).waitFor();
    await expectUsable(page, 'warning');
  });

  it('when nothing answers', async () => {
    const visitor = await stage.comesTo(stage.practice);
    const { page } = visitor;
    await visitor.taps('Anmelden');
    await page.locator('#family').fill('Musterlang');
    await visitor.taps('Weiter');
    await page.route('**/hosts*', (route) => route.abort());
    await page.locator('#search').fill('probe');
    await page.getByText('Suche antwortet gerade nicht').waitFor();
    await expectUsable(page, 'host, search unanswered');
    await page.unroute('**/hosts*');
    await visitor.taps('Noch einmal suchen');
    await visitor.taps('Dr. Jörg Probeßmann');
    await page.route('**/walk-in', (route) => route.abort());
    await visitor.taps('Jetzt anmelden');
    await visitor.sees('Wir haben noch keine Antwort');
    await expectUsable(page, 'unsent');
    await page.unroute('**/walk-in');
    await page.route('**/walk-in', () => new Promise(() => {})); // no answer, ever
    await visitor.taps('Noch einmal versuchen');
    await visitor.sees('Wir melden Sie an');
    await page.getByRole('progressbar').waitFor();
  });
});
