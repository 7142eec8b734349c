import { describe, expect, it } from 'vitest';
import { baseFolder, readCommand, UsageError } from './arguments.ts';

describe('the words of the command line', () => {
  it.each([
    [['parse', 'a.txt', '/b'], { name: 'parse', json: false, paths: ['/base/a.txt', '/b'] }],
    [['parse', '--json', 'a'], { name: 'parse', json: true, paths: ['/base/a'] }],
    [['parse', '--', '-a'], { name: 'parse', json: false, paths: ['/base/-a'] }],
    [['import', '--library', 'news', 'a'], { name: 'import', json: false, library: '/base/news', paths: ['/base/a'] }],
    [['list', '--library=/news', '--json'], { name: 'list', json: true, library: '/news' }],
    [['serve', '--library', '/news', '--port', '8080'], { name: 'serve', library: '/news', port: 8080 }],
    [['serve', '--library', '/news'], { name: 'serve', library: '/news', port: 0 }],
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
    [['serve', '--port', '70000']],
    [['serve', '--port', 'http']],
    [['serve', '--json']],
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
