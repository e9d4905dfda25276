import type { Page } from 'playwright-core';

/** Buttons, entries and links that stand alone are at least 32 px high, so that a finger or an unsteady hand meets them. */
export const tooSmall = (page: Page) =>
  page
    .locator('button, input, textarea, summary, .area, .back-link, [role=option], #person-menu a')
    .evaluateAll((targets) =>
      targets
        .filter((target) => (target as HTMLElement).offsetParent !== null && target.getBoundingClientRect().height < 32)
        .map(({ outerHTML }) => outerHTML),
    );
