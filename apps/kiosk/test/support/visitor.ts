import type { Page } from 'playwright-core';

/** A person before the kiosk: finds things by what they are called, counts taps. */
export class Visitor {
  tapCount = 0;
  readonly page: Page;
  /** What the browser complained about: a broken content security policy, an error that nobody caught. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }

  /** The heading of the page, which names it. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async taps(name: string | RegExp): Promise<void> {
    this.tapCount++;
    await this.page.getByRole('button', { name }).tap();
  }

  /** Types into whatever has the focus. */
  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes there by Tab alone, as whoever has no pointer. */
  async tabsTo(name: string): Promise<void> {
    for (let tabs = 0; tabs < 30; tabs++) {
      if ((await this.focused()) === name) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`No Tab leads to "${name}"; the focus is on "${await this.focused()}"`);
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
      return label?.textContent?.trim() ?? '';
    });
  }
}
