import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ImportId } from '../../../shared/model.ts';
import { makeTestFolder } from '../store/test-folder.ts';
import { handOver, listenForFiles, type Listening } from './handover.ts';
import { takeFiles } from './take-files.ts';
import { openPlaceForTest } from './test-place.ts';

const id = '1abc-00000000' as ImportId;

async function prepare() {
  const root = await makeTestFolder(onTestFinished);
  const taken: (readonly string[])[] = [];
  const sockets = join(root, 'sockets');
  const folder = join(root, 'library');
  await mkdir(folder);
  const onFiles = (files: readonly string[]): ImportId | null => {
    taken.push(files);
    return files.length === 0 ? null : id;
  };
  const listen = async (): Promise<Listening> => {
    const listening = await listenForFiles({ folder, sockets, onFiles, log: () => undefined });
    onTestFinished(() => listening.close());
    return listening;
  };
  return { root, folder, sockets, taken, listen };
}

/** Another process that listens. */
async function startListener(folder: string, sockets: string, onFiles: string): Promise<ChildProcess> {
  const program = `
    const { listenForFiles } = await import(${JSON.stringify(resolve(import.meta.dirname, 'handover.ts'))});
    const names = { folder: ${JSON.stringify(folder)}, sockets: ${JSON.stringify(sockets)} };
    await listenForFiles({ ...names, onFiles: ${onFiles}, log() {} });
    console.log('listening');`;
  const words = ['--input-type=module', '--eval', program];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe.skipIf(process.platform === 'win32')('files', () => {
  it('go to whoever has the library open, by whatever way its folder is named', async () => {
    const { root, folder, sockets, taken, listen } = await prepare();
    await listen();
    await symlink(folder, join(root, 'link'));
    expect(await handOver(folder, ['/a b.txt', '/ü\n.txt'], sockets)).toEqual({ import: id });
    expect(await handOver(join(root, 'link'), [], sockets)).toEqual({ import: null });
    expect(taken).toEqual([['/a b.txt', '/ü\n.txt'], []]);
  });

  it('go nowhere where nobody listens, has stopped to, or listens for another library', async () => {
    const { root, folder, sockets, listen } = await prepare();
    expect(await handOver(folder, ['/a'], sockets)).toBeUndefined();
    const listening = await listen();
    expect(await handOver(join(root, 'other'), ['/a'], sockets)).toBeUndefined();
    await listening.close();
    expect(await handOver(folder, ['/a'], sockets)).toBeUndefined();
  });

  it('go to the next one after the first was killed', async () => {
    const { folder, sockets, taken, listen } = await prepare();
    const child = await startListener(folder, sockets, '() => null');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await listen();
    expect(await handOver(folder, ['/a'], sockets)).toEqual({ import: id });
    expect(taken).toEqual([['/a']]);
  });

  it.each(['{"files":["relative"]}\n', '{"files":[5]}\n', '{"files":[],"more":1}\n', 'nonsense\n', '\n'])(
    'are not taken from %j',
    async (line) => {
      const { sockets, taken, listen } = await prepare();
      await listen();
      const [name = ''] = await readdir(sockets);
      const socket = connect(join(sockets, name));
      socket.write(line);
      expect(await text(socket)).toBe('{"ok":false}\n');
      expect(taken).toEqual([]);
    },
  );

  it('are neither sent nor taken where others could come between', async () => {
    const { folder, sockets, listen } = await prepare();
    await listen();
    await chmod(sockets, 0o777);
    expect(await handOver(folder, ['/a'], sockets)).toBeUndefined();
    await expect(listen()).rejects.toThrow('does not belong to this user alone');
  });

  it('go nowhere when there is no answer in time', async () => {
    const { folder, sockets } = await prepare();
    // A listener that is stuck: it never returns to its events.
    const child = await startListener(folder, sockets, '() => { for (;;); }');
    expect(await handOver(folder, ['/a'], sockets)).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
});

describe('a place', () => {
  it('takes files for the library that is open, also after a switch', async () => {
    const root = await makeTestFolder(onTestFinished);
    const [first, second] = [join(root, 'first'), join(root, 'second')];
    await mkdir(second);
    const { place } = await openPlaceForTest({ folder: first }, onTestFinished);
    const taken: (readonly string[])[] = [];
    const onFiles = (files: readonly string[]): null => {
      taken.push(files);
      return null;
    };
    const taking = await takeFiles({ place, onFiles, log: (line) => expect.unreachable(line) });
    const file = join(root, 'a.txt');
    await writeFile(file, 'text');
    expect(await handOver(first, [file])).toEqual({ import: null });
    await place.switchTo(second);
    await expect.poll(async () => handOver(second, [file])).toEqual({ import: null });
    expect(await handOver(first, [file])).toBeUndefined();
    await taking.close();
    expect(await handOver(second, [file])).toBeUndefined();
    expect(taken).toEqual([[file], [file]]);
  });
});
