import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('the arguments', () => {
  it.each([
    [[], { library: undefined, files: [] }],
    [['a.txt', '/b.txt'], { library: undefined, files: ['/home/ann/a.txt', '/b.txt'] }],
    [['--library', 'news', 'a.txt'], { library: '/home/ann/news', files: ['/home/ann/a.txt'] }],
    [['--library=/news', 'a.txt'], { library: '/news', files: ['/home/ann/a.txt'] }],
    [['--inspect=0', '/app', '--no-sandbox', 'a.txt'], { library: undefined, files: ['/home/ann/a.txt'] }],
    [['../app/main.js', 'a.txt'], { library: undefined, files: ['/home/ann/a.txt'] }],
  ])('are read from %j', (words, wanted) => {
    expect(readArguments(words, '/home/ann', ['/app', '/home/app/main.js'])).toEqual(wanted);
  });
});
