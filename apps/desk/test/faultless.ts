import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { tooSmall } from './targets.ts';

type Look = Required<Pick<BrowserContextOptions, 'locale' | 'colorScheme' | 'viewport'>>;

/** The desk in both languages, light and dark, on the narrowest screen and a wide one. */
export const everyLook: readonly (readonly [string, Look])[] = ['de-DE', 'en-GB'].flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [320, 1280].map(
      (width) =>
        [`${locale}, ${colorScheme}, ${width} px`, { locale, colorScheme, viewport: { width, height: 800 } }] as const,
    ),
  ),
);

/** Nothing that axe finds, nothing to scroll to the side, nothing too small to be met. */
export async function isFaultless(page: Page, shown: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${shown}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate('document.documentElement.scrollWidth'), shown).toBeLessThanOrEqual(width);
  expect(await tooSmall(page), shown).toEqual([]);
}
