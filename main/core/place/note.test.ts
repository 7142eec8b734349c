import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTestFolder } from '../store/test-folder.ts';
import { findNote, type NoteFacts } from './note.ts';
import { gatherNote, parseMacMounts, parseProcMounts, resolveReal } from './surroundings.ts';

const none = { environment: {}, mounts: [], dropboxes: [], hidden: [] };
const linux: Omit<NoteFacts, 'folder'> = { ...none, platform: 'linux', home: '/home/ann' };
const mac: Omit<NoteFacts, 'folder'> = { ...none, platform: 'darwin', home: '/Users/ann' };
const windows: Omit<NoteFacts, 'folder'> = { ...none, platform: 'win32', home: 'C:\\Users\\ann' };
const oneDrive = { OneDrive: 'D:\\Cloud', OneDriveCommercial: 'E:\\Firm' };
const mounts = [
  { folder: '/', type: 'ext4' },
  { folder: '/net', type: 'nfs4' },
  { folder: '/net/local', type: 'ext4' },
  { folder: '/media/win', type: 'cifs' },
  { folder: '/home/ann/far', type: 'fuse.sshfs' },
];
const macMounts = [
  { folder: '/', type: 'apfs' },
  { folder: '/Volumes/news', type: 'smbfs' },
  { folder: '/Volumes/USB', type: 'msdos' },
];

describe('a folder', () => {
  it.each<[string, Omit<NoteFacts, 'folder'>, string]>([
    ['C:\\Users\\ann\\OneDrive\\Library', windows, 'OneDrive'],
    ['C:\\Users\\ann\\onedrive - Firm\\Library', windows, 'OneDrive'],
    ['d:\\cloud\\Library', { ...windows, environment: oneDrive }, 'OneDrive'],
    ['E:\\Firm', { ...windows, environment: oneDrive }, 'OneDrive'],
    ['C:\\Users\\ann\\Dropbox\\Library', windows, 'Dropbox'],
    ['F:\\Box\\Library', { ...windows, dropboxes: ['F:\\Box'] }, 'Dropbox'],
    ['C:\\Users\\ann\\iCloudDrive\\Library', windows, 'iCloud'],
    ['G:\\My Drive\\Library', windows, 'Google Drive'],
    ['/home/ann/Dropbox/library', linux, 'Dropbox'],
    ['/home/ann/Dropbox (Personal)/library', linux, 'Dropbox'],
    ['/data/box/library', { ...linux, dropboxes: ['/data/box'] }, 'Dropbox'],
    ['/home/ann/OneDrive/library', linux, 'OneDrive'],
    ['/home/ann/sync/library', { ...linux, hidden: ['.stfolder'] }, 'Syncthing'],
    ['/home/ann/sync/library', { ...linux, hidden: ['.sync_1a2b3c4d5e6f.db'] }, 'Nextcloud'],
    ['/home/ann/sync/library', { ...linux, hidden: ['._sync_1a2b3c4d5e6f.db'] }, 'Nextcloud'],
    ['/home/ann/sync/library', { ...linux, hidden: ['.owncloudsync.log'] }, 'ownCloud'],
    ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/library', mac, 'iCloud'],
    ['/users/ann/library/mobile documents/library', mac, 'iCloud'],
    ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive', mac, 'Google Drive'],
    ['/Users/ann/Library/CloudStorage/OneDrive-Personal/library', mac, 'OneDrive'],
    ['/Users/ann/Library/CloudStorage/Dropbox/library', mac, 'Dropbox'],
    ['/Users/ann/Library/CloudStorage/Box-Box/library', mac, 'Box'],
  ])('%s is synchronised (%#)', (folder, facts, service) => {
    expect(findNote({ ...facts, folder })).toMatch(new RegExp(`^This folder is synchronised by ${service}, .*\\.$`));
  });

  it.each<[string, Omit<NoteFacts, 'folder'>, string]>([
    ['\\\\server\\news\\Library', windows, 'SMB'],
    ['/net/library', { ...linux, mounts }, 'NFS'],
    ['/net', { ...linux, mounts }, 'NFS'],
    ['/media/win/library', { ...linux, mounts }, 'SMB'],
    ['/home/ann/far/library', { ...linux, mounts }, 'SSH'],
    ['/Volumes/news/library', { ...mac, mounts: macMounts }, 'SMB'],
  ])('%s lies on a share (%#)', (folder, facts, share) => {
    expect(findNote({ ...facts, folder })).toContain(`lies on a network share (${share})`);
  });

  it.each<[string, Omit<NoteFacts, 'folder'>]>([
    ['C:\\Users\\ann\\AppData\\Roaming\\Broadsheet', { ...windows, environment: oneDrive }],
    ['D:\\Cloudy\\Library', { ...windows, environment: oneDrive }],
    ['C:\\Users\\ann\\Dropboxes\\Library', windows],
    ['C:\\My Documents\\My Drive\\Library', windows],
    ['\\\\?\\C:\\Library', windows],
    ['/home/ann/.local/share/broadsheet', { ...linux, mounts }],
    ['/network/library', { ...linux, mounts }],
    ['/net/local/library', { ...linux, mounts }],
    ['/home/ann/dropbox/library', linux],
    ['/home/ann/library', { ...linux, hidden: ['.sync', '.sync_notes.txt', '.git'] }],
    ['/home/ann/library', { ...linux, environment: { OneDrive: '' } }],
    ['/Users/ann/Documents/library', { ...mac, mounts: macMounts }],
    ['/Volumes/USB/library', { ...mac, mounts: macMounts }],
    ['/Users/ann/Library/CloudStorage', mac],
  ])('%s is nothing to warn of (%#)', (folder, facts) => {
    expect(findNote({ ...facts, folder })).toBeNull();
  });
});

describe('the mounts', () => {
  it('are read from Linux, blanks in names and all', () => {
    const text =
      'sysfs /sys sysfs rw 0 0\nserver:/news /mnt/my\\040news nfs4 rw,relatime 0 0\n//s/x /a\\134b cifs rw 0 0\n\n';
    expect(parseProcMounts(text)).toEqual([
      { folder: '/sys', type: 'sysfs' },
      { folder: '/mnt/my news', type: 'nfs4' },
      { folder: '/a\\b', type: 'cifs' },
    ]);
  });

  it('are read from macOS', () => {
    const text =
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n' +
      '//ann@server/news on /Volumes/news (1) (smbfs, nodev, nosuid, mounted by ann)\n' +
      'map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)\n';
    expect(parseMacMounts(text)).toEqual([
      { folder: '/', type: 'apfs' },
      { folder: '/Volumes/news (1)', type: 'smbfs' },
      { folder: '/System/Volumes/Data/home', type: 'autofs' },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('on this machine', () => {
  it('a folder is followed through links to where it will really be', async () => {
    const root = await resolveReal(await makeTestFolder(onTestFinished));
    await mkdir(join(root, 'Dropbox'));
    await symlink(join(root, 'Dropbox'), join(root, 'link'));
    expect(await resolveReal(join(root, 'link/new/library'))).toBe(join(root, 'Dropbox/new/library'));
    const surroundings = { platform: process.platform, environment: {}, home: root };
    expect(await gatherNote(join(root, 'link/new/library'), surroundings)).toContain('Dropbox');
  });

  it('markers count from any folder above, and what makes no sense is passed over', async () => {
    const root = await makeTestFolder(onTestFinished);
    await mkdir(join(root, 'sync/news'), { recursive: true });
    await mkdir(join(root, '.dropbox'));
    await writeFile(join(root, '.dropbox/info.json'), '{"personal":');
    const surroundings = { platform: process.platform, environment: {}, home: root };
    expect(await gatherNote(join(root, 'sync/news/library'), surroundings)).toBeNull();
    await writeFile(join(root, 'sync/.stfolder'), '');
    expect(await gatherNote(join(root, 'sync/news/library'), surroundings)).toContain('Syncthing');
  });

  it('Dropbox is asked where its folders are', async () => {
    const root = await resolveReal(await makeTestFolder(onTestFinished));
    await mkdir(join(root, '.dropbox'));
    await mkdir(join(root, 'elsewhere'));
    const info = { personal: { path: join(root, 'elsewhere'), host: 5 } };
    await writeFile(join(root, '.dropbox/info.json'), JSON.stringify(info));
    const surroundings = { platform: process.platform, environment: {}, home: root };
    expect(await gatherNote(join(root, 'elsewhere/library'), surroundings)).toContain('Dropbox');
  });
});
