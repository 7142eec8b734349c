/* What a person can do in the split workbench, by role and name. */

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export class Bench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get window(): Locator {
    return this.page.getByRole('main', { name: 'Split' });
  }

  /** The text of the file. */
  get text(): Locator {
    return this.window.getByRole('grid', { name: 'Lines of the file' });
  }

  get cards(): Locator {
    return this.window.getByRole('group', { name: 'Cards' }).getByRole('article');
  }

  get tools(): Locator {
    return this.window.getByRole('toolbar', { name: 'At this line' });
  }

  get ledger(): Locator {
    return this.window.getByRole('note', { name: 'Ledger' });
  }

  /** The line where keys act. */
  get current(): Locator {
    return this.text.getByRole('row', { selected: true });
  }

  line(number: number): Locator {
    return this.text
      .getByRole('row')
      .filter({ has: this.page.getByRole('gridcell', { name: String(number), exact: true }) });
  }

  border(words: string | RegExp): Locator {
    return this.text.getByRole('row').filter({ hasText: words });
  }

  async expectLine(number: number): Promise<void> {
    await expect(this.current.getByRole('gridcell').first()).toHaveText(String(number));
  }

  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.window.getByRole('status', { name: 'What changed' })).toHaveText(words);
  }

  async chooseEncoding(name: string): Promise<void> {
    await this.window.getByRole('button', { name: /Encoding$/ }).click();
    await this.page.getByRole('option', { name }).click();
  }
}
