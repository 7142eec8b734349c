import { describe, expect, test } from 'vitest';
import { findDoubts } from './doubts.ts';
import { parseMarked } from './marked.ts';

const head = '% language en\n% shape made up for a test\n';
const opening = '@ title=Bridge Closed | language=en';
const marked = (...lines: readonly string[]) => `${head}${lines.join('\n')}\n`;
const read = (...lines: readonly string[]) => parseMarked(marked(...lines), 'a.marked');
const textOf = (bytes: Uint8Array, encoding = 'utf-8') => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

describe('the dump', () => {
  test('is every line with a role, without the role', () => {
    const { bytes } = read(
      '.\tDocument 1 of 1',
      opening,
      'T\tBridge Closed',
      '.\t',
      'P\t Cars wait.  ',
      'p\tBoats do not.',
    );
    expect(textOf(bytes)).toBe('Document 1 of 1\nBridge Closed\n\n Cars wait.  \nBoats do not.\n');
  });

  test('holds what the escapes stand for', () => {
    const { bytes } = read('.\t\\f', opening, 'T\tBridge\\u00a0Closed\\u200b', 'P\tC:\\\\DUMPS\\t1');
    expect(textOf(bytes)).toBe('\f\nBridge\u00A0Closed\u200B\nC:\\DUMPS\t1\n');
  });

  test.each([
    ['utf-8-bom', [0xef, 0xbb, 0xbf, 0x54]],
    ['utf-16le', [0x54, 0]],
    ['utf-16be-bom', [0xfe, 0xff, 0, 0x54]],
    ['iso-8859-9', [0x54]],
  ])('begins as %s does', (encoding, bytes) => {
    const source = `% encoding ${encoding}\n${marked('@ title=T | language=tr', 'T\tT', 'P\tİş')}`;
    expect(Array.from(parseMarked(source, 'a').bytes).slice(0, bytes.length)).toEqual(bytes);
  });

  test('ends its lines as the head says', () => {
    const source = `% eol crlf\n% end none\n${marked(opening, 'T\tBridge Closed', 'P\tCars wait.')}`;
    expect(textOf(parseMarked(source, 'a').bytes)).toBe('Bridge Closed\r\nCars wait.');
  });
});

describe('the gold', () => {
  test('counts lines of the dump, from the first head line to the last that belongs to the article', () => {
    const { gold } = read(
      '-contents\tIn this issue',
      '.\t',
      opening,
      '-label\tFULL TEXT',
      'T\tBridge Closed',
      'P\tCars wait.',
      '-residue\tShare',
      '.\t',
      '@ title=Ferry | language=en | source~=The Post | date=2024-02-29T18:20',
      'T\tFerry',
      'P\tIt sails.',
      '@',
      '-boilerplate\tPrinted by a machine',
    );
    expect(gold.articles.map(({ lines }) => lines)).toEqual([
      [3, 6],
      [8, 9],
    ]);
    expect(gold.articles[0]?.dropped).toEqual([
      { line: 3, reason: 'label' },
      { line: 6, reason: 'residue' },
    ]);
    expect(gold.dropped).toEqual([
      { line: 1, reason: 'contents' },
      { line: 10, reason: 'boilerplate' },
    ]);
    expect(gold.articles[1]?.fields).toMatchObject({
      title: 'Ferry',
      source: 'The Post',
      date: '2024-02-29T18:20',
      byline: null,
    });
  });

  test('joins wrapped lines by their roles', () => {
    const { gold } = read(
      opening,
      'T\tBridge Closed',
      'P\tCars',
      'p\twait for the trans-',
      'h\tport.',
      'P\t列車は',
      'c\t来ない。',
    );
    expect(gold.articles[0]?.blocks).toEqual([
      { kind: 'paragraph', line: 2, text: 'Cars wait for the transport.' },
      { kind: 'paragraph', line: 5, text: '列車は来ない。' },
    ]);
  });

  test('keeps verse in lines and takes the marks from lists, quotes and headings', () => {
    const { gold } = read(
      opening,
      'T\tBridge Closed',
      'H\t## Why',
      'Q\t> Because.',
      'U\t• cars',
      'U\t1. boats',
      'V\tO bridge',
      'V\t  O river',
      '.\t',
      'V\tO sea',
    );
    expect(gold.articles[0]?.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Why'],
      ['quote', 'Because.'],
      ['list', 'cars'],
      ['list', '1. boats'],
      ['pre', 'O bridge\n  O river'],
      ['pre', 'O sea'],
    ]);
  });

  test('reads captions, also two of one line and one of two lines', () => {
    const { gold } = read(
      opening,
      'T\tBridge Closed',
      'C\tLeft, right (AP)',
      '= Left | AP | archive',
      '= right | AP |',
      'C\tA long',
      'C\tcaption',
      '= A long caption',
    );
    expect(gold.articles[0]?.media).toEqual([
      { caption: 'Left', credit: 'AP', qualifier: 'archive', line: 2 },
      { caption: 'right', credit: 'AP', qualifier: null, line: 2 },
      { caption: 'A long caption', credit: null, qualifier: null, line: 3 },
    ]);
  });

  test('notes what nobody could decide', () => {
    expect(read(opening, 'T\tBridge Closed', 'P\tCars wait.', '?\tIn brief').gold).toMatchObject({
      undecidable: [3],
      articles: [{ lines: [1, 2] }],
    });
  });
});

const good = [opening, 'T\tBridge Closed', 'P\tCars wait.'];
test.each<readonly [line: number, sentence: string, lines: readonly string[]]>([
  [3, '“Z” is no role.', ['Z\tx', ...good]],
  [3, '“rubbish” is no reason to drop a line.', ['-rubbish\tx', ...good]],
  [3, 'No tab parts the role from the line: “Bridge Closed”.', ['Bridge Closed', ...good]],
  [3, 'A “P” line stands in no article.', ['P\tx', ...good]],
  [3, 'The article has no title.', ['@ language=en', 'T\tx', 'P\ty']],
  [3, 'The article has no language.', ['@ title=x', 'T\tx', 'P\ty']],
  [3, '“titel” is no field.', [`${opening} | titel=x`, 'T\tx', 'P\ty']],
  [3, '“date” is given twice.', [`${opening} | date=2024-01-01 | date=2024-01-02`, 'T\tx', 'P\ty']],
  [3, '“byline” has no value: leave it out.', [`${opening} | byline=`, 'T\tx', 'P\ty']],
  [3, '“2023-02-29” is no ISO date, with or without a time.', [`${opening} | date=2023-02-29`, 'T\tx', 'P\ty']],
  [3, '“english” is no ISO 639-1 language.', ['@ title=x | language=english', 'T\tx', 'P\ty']],
  [3, 'The article has no line.', [opening, ...good]],
  [3, 'No article is open here.', ['@', ...good]],
  [3, 'A dropped line is empty: a blank line is “.”.', ['-residue\t ', ...good]],
  [4, 'A line of the head stands below the first line of the dump.', [opening, '% note late', 'T\tx', 'P\ty']],
  [6, 'No “C” line stands above this “=”.', [...good, '= x | AP |']],
  [7, 'The “C” line above has no “=”.', [...good, 'C\tx', 'P\ty']],
  [7, 'A caption has three parts: “= caption | credit | qualifier”.', [...good, 'C\tx', '= x | AP | file | y', '= x']],
  [5, 'The “p” line has no paragraph to go on with.', [opening, 'T\tx', 'p\ty']],
  [6, 'No hyphen ends the line before this “h” line.', [...good, 'h\ty']],
  [6, 'The “P” line is empty.', [...good, 'P\t']],
  [6, '“\\q” is no escape: a backslash is written “\\\\”.', [...good, 'P\ta\\q']],
])('line %i: %s', (line, sentence, lines) => {
  expect(() => read(...lines)).toThrow(new Error(`a.marked:${line}: ${sentence}`));
});

test.each([
  ['“x” is nothing a head can say.', '% x y\n'],
  ['“mac” is no line break: one of lf, crlf, cr, mixed.', '% eol mac\n'],
  ['“% end two” is neither “none” nor “one”.', '% end two\n'],
  ['“latin-99” is no encoding.', '% encoding latin-99\n'],
  ['“eol” is said twice.', '% eol lf\n% eol cr\n'],
])('a head is refused: %s', (sentence, more) => {
  expect(() => parseMarked(`${more}${marked(...good)}`, 'a.marked')).toThrow(sentence);
});

test('a head must name language and shape', () => {
  expect(() => parseMarked(good.join('\n'), 'a.marked')).toThrow(
    'a.marked:1: The head does not say “% language”.\na.marked:1:',
  );
});

test('names the line that holds a character the encoding has not', () => {
  const source = `% encoding windows-1251\n${marked(opening, 'T\tBridge Closed', 'P\tnaïve')}`;
  expect(() => parseMarked(source, 'a.marked')).toThrow('a.marked:6: “ï” cannot be written in windows-1251.');
});

test('doubts a field and a credit that stand nowhere in the article', () => {
  const source = marked(
    '@ title=Bridge Open | language=en | source~=The Post',
    'T\tBridge Closed',
    'C\tA (AP)',
    '= A | AFP |',
    'P\tx',
  );
  expect(findDoubts(source).map(({ at }) => at)).toEqual([3, 6]);
});
