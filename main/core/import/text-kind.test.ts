import { expect, test } from 'vitest';
import { parseFile } from './parse-file.ts';
import { findTextKind } from './text-kind.ts';

test.each([
  ['<!DOCTYPE html>\n<html lang="en">', 'page.txt', 'An HTML page'],
  ['\n  <html>', 'saved', 'An HTML page'],
  ['<!-- Page saved -->\n<html>', 'a.html', 'An HTML page'],
  ['<div class="article">', 'part.html', 'An HTML page'],
  ['<?xml version="1.0"?><newsItem>', 'a.txt', 'An XML file'],
  ['<rss version="2.0">', 'feed.txt', 'An XML file'],
  ['[{"title":"Mill"}]', 'mill.json', 'A JSON file'],
  ['{"title":"Mill"}\n{"title":"Weir"}', 'mill.JSONL', 'A JSON file'],
  ['title,url\nMill,https://mill.example', 'links.csv', 'A table'],
  ['Subject: Mill\nFrom: a@mill.example', 'mill.eml', 'An e-mail'],
  ['[1/3] Mill reopens', 'mill.txt', undefined],
  ['{Mill} reopens', 'mill.txt', undefined],
  ['Mill Owner Denies <script src="x"></script>', 'mill.txt', undefined],
  ['<i>Mill</i> reopens after repairs', 'mill.txt', undefined],
  ['Subject: Mill reopens', 'mill.txt', undefined],
  ['Mill reopens', 'mill.json', undefined],
  ['', 'empty.html', undefined],
])('%j in %s is %s', (start, file, kind) => {
  expect(findTextKind(start, file)).toBe(kind);
});

test('a page of HTML is refused in words', async () => {
  const page = new TextEncoder().encode('<!DOCTYPE html><html><body><p>The mill reopened on Friday.</p></body></html>');
  expect(await parseFile(page, 'mill.html')).toEqual({
    file: 'mill.html',
    refused: { code: 'unsupported', message: 'An HTML page is not read yet. Your file is untouched.' },
  });
});
