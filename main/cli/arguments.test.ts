import { describe, expect, it } from 'vitest';
import { baseFolder, readCommand, UsageError } from './arguments.ts';

describe('the words of the command line', () => {
  it.each([
    [['parse', 'a.txt', '/b'], { name: 'parse', json: false, paths: ['/base/a.txt', '/b'] }],
    [['parse', '--json', 'a'], { name: 'parse', json: true, paths: ['/base/a'] }],
    [['parse', '--', '-a'], { name: 'parse', json: false, paths: ['/base/-a'] }],
    [['import', '--library', 'news', 'a'], { name: 'import', json: false, library: '/base/news', paths: ['/base/a'] }],
    [['list', '--library=/news', '--json'], { name: 'list', json: true, library: '/news' }],
    [['check', '--library', '/news'], { name: 'check', json: false, library: '/news', repair: false }],
    [
      ['check', '--repair', '--json', '--library', '/news'],
      { name: 'check', json: true, library: '/news', repair: true },
    ],
    [['serve', '--library', '/news', '--port', '8080'], { name: 'serve', library: '/news', port: 8080 }],
    [['serve', '--library', '/news'], { name: 'serve', library: '/news', port: 0 }],
    [['backup', 'b.zip'], { name: 'backup', json: false, library: undefined, file: '/base/b.zip' }],
    [
      ['backup', '--json', '--library', 'news', '/b.zip'],
      { name: 'backup', json: true, library: '/base/news', file: '/b.zip' },
    ],
    [
      ['restore', '--library', 'news', 'b.zip'],
      { name: 'restore', json: false, library: '/base/news', file: '/base/b.zip' },
    ],
    [['--help'], { name: 'help' }],
    [['parse', '-h'], { name: 'help' }],
  ])('%j make a command', (words, command) => {
    expect(readCommand(words, '/base')).toEqual(command);
  });

  it.each([
    [[]],
    [['parse']],
    [['parse', '']],
    [['unknown']],
    [['parse', '--verbose', 'a']],
    [['parse', '--library', '/news', 'a']],
    [['import', '--library', '', 'a']],
    [['import', '--library']],
    [['list', 'a']],
    [['check', 'a']],
    [['check', '--port', '1']],
    [['list', '--repair']],
    [['serve', '--repair']],
    [['serve', '--port', '70000']],
    [['serve', '--port', 'http']],
    [['serve', '--json']],
    [['backup']],
    [['backup', 'a.zip', 'b.zip']],
    [['backup', '--port', '1', 'a.zip']],
    [['restore', 'a.zip']],
    [['restore', '--library', '/news']],
    [['restore', '--library', '', 'a.zip']],
    [['restore', '--library', '/news', 'a.zip', 'b.zip']],
  ])('%j are wrong use', (words) => {
    expect(() => readCommand(words, '/base')).toThrow(UsageError);
  });

  it('count paths from the folder of the caller, which npm keeps', () => {
    const environment = { INIT_CWD: '/caller', npm_package_json: '/project/package.json' };
    expect(baseFolder(environment, '/project')).toBe('/caller');
    expect(baseFolder(environment, '/elsewhere')).toBe('/elsewhere');
    expect(baseFolder({ INIT_CWD: '/stale' }, '/project')).toBe('/project');
  });
});
