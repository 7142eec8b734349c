import { describe, expect, it } from 'vitest';
import { cacheFolder, configFolder, defaultLibrary, type Surroundings } from './folders.ts';

const linux: Surroundings = { platform: 'linux', environment: {}, home: '/home/ann' };
const mac: Surroundings = { platform: 'darwin', environment: {}, home: '/Users/ann' };
const windows: Surroundings = { platform: 'win32', environment: {}, home: 'C:\\Users\\ann' };

describe('the folders', () => {
  it.each([
    [linux, '/home/ann/.local/share/broadsheet'],
    [{ ...linux, environment: { XDG_DATA_HOME: '/data' } }, '/data/broadsheet'],
    [{ ...linux, environment: { XDG_DATA_HOME: 'relative' } }, '/home/ann/.local/share/broadsheet'],
    [mac, '/Users/ann/Library/Application Support/Broadsheet'],
    [windows, 'C:\\Users\\ann\\AppData\\Roaming\\Broadsheet'],
    [{ ...windows, environment: { APPDATA: 'D:\\Roaming' } }, 'D:\\Roaming\\Broadsheet'],
  ])('keeps the library where the platform keeps data (%#)', (surroundings, folder) => {
    expect(defaultLibrary(surroundings)).toBe(folder);
  });

  it.each([
    [linux, '/home/ann/.cache/broadsheet'],
    [{ ...linux, environment: { XDG_CACHE_HOME: '/cache' } }, '/cache/broadsheet'],
    [mac, '/Users/ann/Library/Caches/Broadsheet'],
    [windows, 'C:\\Users\\ann\\AppData\\Local\\Broadsheet\\Cache'],
  ])('keeps a cache where the platform keeps caches (%#)', (surroundings, folder) => {
    expect(cacheFolder(surroundings)).toBe(folder);
  });

  it.each([
    [linux, '/home/ann/.config/broadsheet'],
    [{ ...linux, environment: { XDG_CONFIG_HOME: '/config' } }, '/config/broadsheet'],
    [{ ...linux, environment: { XDG_CONFIG_HOME: 'relative' } }, '/home/ann/.config/broadsheet'],
    [mac, '/Users/ann/Library/Preferences/org.broadsheet.reader'],
    [windows, 'C:\\Users\\ann\\AppData\\Local\\Broadsheet'],
    [{ ...windows, environment: { LOCALAPPDATA: 'D:\\Local' } }, 'D:\\Local\\Broadsheet'],
  ])('keeps settings of the machine where the platform keeps them (%#)', (surroundings, folder) => {
    expect(configFolder(surroundings)).toBe(folder);
  });
});
