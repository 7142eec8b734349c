import { expect, test } from 'vitest';
import type { ReaderEvent } from '../../../shared/contract.ts';
import type { ImportId } from '../../../shared/model.ts';
import { wordRefusal } from '../../../shared/words.ts';
import { createProgress } from './progress.ts';

test('says how far it is at most ten times a second, and guesses the rest only after a second', () => {
  const events: ReaderEvent[] = [];
  let now = 0;
  const progress = createProgress({
    id: '000000001-00000000' as ImportId,
    name: 'wires',
    clock: () => now,
    emit: (event) => events.push(event),
  });
  for (let file = 0; file < 100; file += 1) {
    progress.at(`${file}.txt`, file < 50 ? null : 100);
    progress.read({ file: `${file}.txt`, refused: wordRefusal('empty') });
    progress.done();
    now += 30;
  }
  const said = events.flatMap((event) => (event.kind === 'import-progress' ? [event] : []));
  expect(said).toHaveLength(25);
  expect(said[0]).toMatchObject({ file: '0.txt', done: 0, files: null, found: 0, refused: 0, msLeft: null });
  expect(said.find(({ files }) => files === 100)).toMatchObject({ done: 52, refused: 52, msLeft: 1440 });
});

test('guesses the rest of a single large file from the share of it that is done', () => {
  const events: ReaderEvent[] = [];
  let now = 0;
  const progress = createProgress({
    id: '000000001-00000000' as ImportId,
    name: 'wires',
    clock: () => now,
    emit: (event) => events.push(event),
  });
  progress.at('large.txt', 1);
  now = 2000;
  progress.share(0.25);
  expect(events.at(-1)).toMatchObject({ file: 'large.txt', done: 0, files: 1, share: 0.25, msLeft: 6000 });
});
