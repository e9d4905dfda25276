import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Language, languages } from '../../src/state.ts';
import { words } from '../../src/words/index.ts';

/** Looks at one page in both languages and themes, narrow and wide: axe, sideways scrolling, sizes of targets. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1080, height: 1920 };
  const spoken: Language = (await page.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'de';
  // A dialog makes the rest of the page inert: it is looked at in the language in which it was opened.
  const isCovered = (await page.locator('dialog').count()) > 0;
  for (const language of isCovered ? [spoken] : languages) {
    if (!isCovered) await speak(page, language);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${name}, ${language}, ${colorScheme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await widthOf(page), `${name}, ${language}: wider than 320 px`).toBeLessThanOrEqual(320);
    expect(await smallTargets(page), `${name}, ${language}: small or crowded`).toEqual([]);
    await page.setViewportSize(before);
  }
  if (!isCovered) await speak(page, spoken);
}

const speak = (page: Page, language: Language) => page.getByRole('button', { name: words[language].name }).click();

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Targets under 64 px, and pairs with less than 8 px between them. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    // Behind an open dialog nothing can be touched.
    const reachable = document.querySelector('dialog[open]') ?? document;
    const targets = [...reachable.querySelectorAll('button, input, a')].filter((target) =>
      target.checkVisibility({ visibilityProperty: true }),
    );
    const boxes = targets.map((target) => ({ text: target.textContent ?? '', box: target.getBoundingClientRect() }));
    const small = boxes.filter(({ box }) => Math.min(box.width, box.height) < 63.5).map(({ text }) => text);
    const crowded = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => {
        const x = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
        const y = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
        return Math.max(x, y) < 7.5 ? [`${one.text} | ${other.text}`] : [];
      }),
    );
    return [...small, ...crowded];
  });
