/* A second start on a library that is open: its files go to the window that has it. */

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type App } from '../app.ts';
import { arabic, ferryAndBridge } from '../texts.ts';

const run = promisify(execFile);
const main = path.resolve(import.meta.dirname, '../../main');

const starts = [
  ['npm start -- --browser', (library: string) => [path.join(main, 'start.ts'), '--browser', '--library', library]],
  ['the command import', (library: string) => [path.join(main, 'cli.ts'), 'import', '--library', library]],
] as const;

async function start(words: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, words, { timeout: 30_000 });
  return stdout + stderr;
}

async function expectTown({ reader }: App): Promise<void> {
  await reader.expectToast(/2 articles from .*town\.txt/);
  await expect(reader.rows).toHaveCount(2);
}

for (const [name, words] of starts) {
  test(`${name} hands its file to the window, which shows the import`, async ({ app }) => {
    const said = await start([...words(app.library), app.write('town.txt', ferryAndBridge)]);
    expect(said).toContain('Handed to the Broadsheet that has this library open.');
    await expectTown(app);
    expect(await start([...words(app.library), app.write('arabic.txt', arabic)])).toContain('Handed to');
    await app.reader.expectToast(/1 article from .*arabic\.txt/);
    await app.reader.entry('All articles').click();
    await expect(app.reader.rows).toHaveCount(3);
  });
}
