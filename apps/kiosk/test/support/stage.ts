import { verticals } from '@front-office/verticals';
import { Visit, visits } from '@front-office/visits';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { launchBrowser } from '../../../../test/support/browser.ts';
import { type BuiltKiosk, buildKiosk } from './built-kiosk.ts';
import { type FrontOffice, openFrontOffice } from './front-office.ts';
import { Visitor } from './visitor.ts';

export interface Stage {
  readonly practice: FrontOffice;
  readonly school: FrontOffice;
  /** A visitor stands before a kiosk that nobody has touched yet. */
  comesTo(office: FrontOffice, prepare?: (page: Page) => Promise<unknown>): Promise<Visitor>;
}

/** A real browser before real offices, for the tests of one file. Whatever a browser complains about fails the test. */
export function setStage(): Stage {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  const stage = { comesTo } as { -readonly [Part in keyof Stage]: Stage[Part] }; // the offices are open once tests run
  let browser: Browser;
  let kiosk: BuiltKiosk;
  let context: BrowserContext | undefined;
  let visitor: Visitor | undefined;

  beforeAll(async () => {
    [browser, kiosk] = await Promise.all([launchBrowser(), buildKiosk()]);
    stage.practice = await openFrontOffice(verticals.medical, kiosk.folder);
    stage.school = await openFrontOffice(verticals.school, kiosk.folder);
  });
  afterEach(async () => {
    const complaints = visitor?.complaints;
    await context?.close();
    [visitor, context] = [undefined, undefined];
    expect(complaints ?? []).toEqual([]);
  });
  afterAll(() => Promise.all([browser?.close(), stage.practice?.close(), stage.school?.close(), kiosk?.remove()]));

  async function comesTo(office: FrontOffice, prepare?: (page: Page) => Promise<unknown>): Promise<Visitor> {
    context = await browser.newContext({ hasTouch: true, viewport: { width: 768, height: 1024 } });
    context.setDefaultTimeout(10_000);
    visitor = new Visitor(await context.newPage());
    await prepare?.(visitor.page);
    await visitor.page.goto(office.url);
    return visitor;
  }
  return stage;
}

/** Who is checked in, as the office has it. */
export async function visitsOf({ office, id }: FrontOffice) {
  const rows = await office.list({ office: id, workflow: visits.name, limit: 100 });
  return rows.map(({ state, snapshot }) => ({ state, ...Visit.parse(snapshot.context) }));
}
