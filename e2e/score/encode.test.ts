import { expect, test } from 'vitest';
import { type DumpText, encodeText } from './encode.ts';

const write = (text: Partial<DumpText>) =>
  encodeText({ lines: ['a'], encoding: 'utf-8', mark: false, eol: 'lf', closed: true, ...text });

test.each([
  ['windows-1251', 'Мост закрыт — «на год»'],
  ['windows-1252', 'Brücke gesperrt – 900 €'],
  ['windows-1255', 'הגשר נסגר'],
  ['windows-1256', 'أُغلق الجسر، پل'],
  ['iso-8859-2', 'Most zamknięty'],
  ['koi8-r', 'Мост закрыт'],
  ['gb18030', '大桥关闭，汽车等待。€'],
  ['big5', '大橋關閉，汽車等待。'],
  ['shift_jis', '橋が閉じた。ﾊｼ ①'],
  ['euc-jp', '橋が閉じた。'],
  ['euc-kr', '다리가 폐쇄되었다'],
  ['utf-16be', 'pont fermé 🚗'],
])('writes %s so that it is read again', (encoding, line) => {
  expect(new TextDecoder(encoding, { fatal: true }).decode(write({ encoding, lines: [line, ''] }))).toBe(`${line}\n\n`);
});

test.each([
  ['windows-1252', 'Мост', 'М'],
  ['shift_jis', '🚗', '🚗'],
  ['iso-8859-9', 'Kraków i Łódź', 'Ł'],
])('refuses in %s what it does not have', (encoding, line, character) => {
  expect(() => write({ encoding, lines: ['ok', line] })).toThrow(`“${character}” cannot be written in ${encoding}.`);
});

test('ends lines in four ways', () => {
  const lines = ['a', 'b', 'c'];
  const text = (more: Partial<DumpText>) => Buffer.from(write({ lines, ...more })).toString();
  expect(text({ eol: 'crlf' })).toBe('a\r\nb\r\nc\r\n');
  expect(text({ eol: 'cr', closed: false })).toBe('a\rb\rc');
  expect(text({ eol: 'mixed' })).toBe('a\r\nb\nc\n');
  expect(text({ mark: true })).toBe('\uFEFFa\nb\nc\n');
});
