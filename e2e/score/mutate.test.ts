import { expect, test } from 'vitest';
import { encodeText } from './encode.ts';
import { parseMarked } from './marked.ts';
import { mutate, mutations } from './mutate.ts';
import { wrapLine } from './wrap.ts';

const long = 'The bridge over the river was closed on Monday because a crack was found in it.';
const source = `% language fr
% shape three pages, the last with nothing but a gap before it
@ title=Pont fermé | language=fr
T	Pont fermé
.	
P	${long}
-residue	Partager
.	
.	
.	
@ title=Le bac repart | byline=Anne Roux | language=fr
T	Le bac repart
B	Par Anne Roux
.	
.	
P	Il repart.
.	
.	
@ title=Rien | language=fr
T	Rien
.	
P	Un.
.	
P	Deux fois deux font quatre.
-copyright	© Le Quai
`;
const dump = parseMarked(source, 'a.marked');
const change = (name: string) => {
  const changed = mutate(name, dump);
  if (changed === undefined) throw new Error(`${name} does not apply.`);
  return changed;
};
const written = (name: string) => Buffer.from(encodeText(change(name).text)).toString();

test.each(Object.keys(mutations))('after %s the gold still points at the lines it means', (name) => {
  const { text, gold } = change(name);
  for (const { lines, fields, blocks, dropped } of gold.articles) {
    expect(text.lines[lines[0] - 1]).toBe(fields.title);
    for (const block of blocks)
      expect(text.lines[block.line - 1]?.replaceAll('\u00A0', ' ')).toBe(
        block.text.slice(0, text.lines[block.line - 1]?.length),
      );
    for (const { line, reason } of dropped)
      expect(text.lines[line - 1]).toMatch(reason === 'residue' ? /^(Partager|Publicité)$/ : /^©/);
    expect(text.lines[lines[1] - 1]).not.toBe('');
    expect(text.lines[lines[1]] ?? '').toBe('');
  }
});

test('squeezes gaps, but not before an article that nothing else tells from the one above', () => {
  const { text, gold } = change('gaps squeezed');
  expect(gold.articles.map(({ lines }) => lines)).toEqual([
    [1, 4],
    [6, 9],
    [12, 17],
  ]);
  expect(text.lines.slice(9, 12)).toEqual(['', '', 'Rien']);
});

test('writes line ends, the mark and the end of the file as it says', () => {
  expect(written('CRLF')).toMatch(/^Pont fermé\r\n\r\n.*\r\n$/s);
  expect(written('mixed line ends')).toMatch(/^Pont fermé\r\n\nThe/);
  expect(written('byte order mark')).toMatch(/^\uFEFFPont/);
  expect(written('no final newline')).toMatch(/Quai$/);
  expect(written('no-break spaces')).toContain('The bridge over the\u00A0river');
});

test('adds residue above the first paragraph, and the gold drops it', () => {
  const { text, gold } = change('residue added');
  expect(text.lines.slice(0, 5)).toEqual(['Pont fermé', '', 'Publicité', '', long]);
  expect(
    gold.articles.map(({ dropped }) => dropped.filter(({ reason }) => reason === 'residue').map(({ line }) => line)),
  ).toEqual([[6, 3], [14], [21]]);
});

test('wraps the lines and not what is read of them', () => {
  const { text, gold } = change('wrapped at 70');
  expect(text.lines.slice(2, 4)).toEqual([long.slice(0, 66), 'found in it.']);
  expect(gold.articles[0]?.blocks).toEqual([{ kind: 'paragraph', line: 3, text: long }]);
  expect(gold.articles[0]?.lines).toEqual([1, 5]);
});

test('cuts file and gold in the same place', () => {
  const { text, gold } = change('cut in the last article');
  expect(text).toMatchObject({ closed: false });
  expect(text.lines.at(-1)).toBe('Deux fois deux');
  expect(gold.articles.at(-1)).toMatchObject({
    lines: [15, 19],
    blocks: [{ text: 'Un.' }, { text: 'Deux fois deux' }],
    dropped: [],
  });
});

test('does not cut off a line that a field is read from', () => {
  const foot = source.replace('title=Rien', 'title=Rien | byline=Bo').replace('-copyright', 'B\tBo\n-copyright');
  expect(mutate('cut in the last article', parseMarked(foot, 'a.marked'))).toBeUndefined();
});

test('wraps Japanese between letters, and no row begins with a full stop', () => {
  expect(wrapLine('橋が閉じた。車は待つ。', 11)).toEqual(['橋が閉じ', 'た。車は待', 'つ。']);
  expect(wrapLine('다리가 폐쇄되었다', 12)).toEqual(['다리가', '폐쇄되었다']);
});
