/* What a person can do in the window, by role and name. Specs speak this and nothing below it. */

import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export class Reader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get sidebar(): Locator {
    return this.page.getByRole('navigation', { name: 'Library' });
  }

  get list(): Locator {
    return this.page.getByRole('listbox', { name: 'Articles' });
  }

  get rows(): Locator {
    return this.list.getByRole('option');
  }

  /** The article that is open for reading. */
  get article(): Locator {
    return this.page.getByRole('main', { name: 'Reading' }).getByRole('article');
  }

  get headline(): Locator {
    return this.article.getByRole('heading', { level: 1 });
  }

  get tools(): Locator {
    return this.page.getByRole('toolbar', { name: 'Article' });
  }

  get toasts(): Locator {
    return this.page.getByRole('status', { name: 'Notifications' });
  }

  get report(): Locator {
    return this.page.getByRole('main', { name: 'Import report' });
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title });
  }

  entry(name: string): Locator {
    return this.sidebar.getByRole('button', { name: new RegExp(`^${name}(, [\\d,]+ unread)?$`) });
  }

  /** The number of unread articles the sidebar shows beside an entry; 0 where it shows none. */
  async expectUnread(name: string, count: number): Promise<void> {
    await expect(this.entry(name)).toHaveAccessibleName(count === 0 ? name : `${name}, ${count} unread`);
  }

  async openRow(title: string | RegExp): Promise<void> {
    await this.row(title).click();
    await expect(this.headline).toHaveText(title);
  }

  /** Waits for the sentence that tells what became of an import. */
  async expectToast(words: string | RegExp): Promise<void> {
    await expect(this.toasts).toContainText(words);
  }

  /** Drops files and folders on the middle of the window, as the system's file manager does. */
  async drop(...paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const { width, height } = this.page.viewportSize() ?? { width: 1280, height: 800 };
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
    }
    await session.detach();
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
