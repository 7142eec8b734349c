/*
 * A word of warning about a folder that another program or another computer writes to as well: synchronised folders and
 * network shares. Working it out is pure; what it is worked out from is gathered in surroundings.ts.
 */

import path from 'node:path';
import type { Surroundings } from '../folders.ts';

export type Mount = { readonly folder: string; readonly type: string };

export type NoteFacts = Surroundings & {
  /** With its links resolved. */
  readonly folder: string;
  readonly mounts: readonly Mount[];
  /** Where Dropbox says that its folders are. */
  readonly dropboxes: readonly string[];
  /** Names of hidden files in the folder and in those above it. */
  readonly hidden: readonly string[];
};

/** A sentence with what to do; null where nothing is known against the folder. */
export function findNote(facts: NoteFacts): string | null {
  const service = findService(facts);
  if (service !== undefined) {
    return `This folder is synchronised by ${service}, which can mix up files that two computers change: open the library on one computer at a time, or move it to a folder that is not synchronised and let ${service} carry backups instead.`;
  }
  const share = findShare(facts);
  if (share === undefined) return null;
  return `This folder lies on a network share (${share}), where changes fail when the connection does: open the library on one computer at a time, or move it to a disk of this computer and make backups to the share instead.`;
}

type Service = { readonly name: string; readonly folders: readonly (string | undefined)[] };

function findService(facts: NoteFacts): string | undefined {
  const { home, environment, dropboxes, hidden } = facts;
  const inHome = (...names: readonly string[]): string => pathOf(facts).join(home, ...names);
  const services: readonly Service[] = [
    {
      name: 'OneDrive',
      folders: ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].map((key) => environment[key]),
    },
    { name: 'Dropbox', folders: [inHome('Dropbox'), ...dropboxes] },
    { name: 'iCloud', folders: [inHome('Library', 'Mobile Documents'), inHome('iCloudDrive')] },
    { name: 'Google Drive', folders: [inHome('Google Drive'), inHome('My Drive')] },
  ];
  const named = services.find(({ folders }) => folders.some((above) => isWithin(facts, above)));
  return named?.name ?? findCloudStorage(facts) ?? findNamed(facts) ?? findMarked(hidden);
}

/** macOS 12.3 and later keep every provider's folder as ~/Library/CloudStorage/Provider-Account. */
function findCloudStorage(facts: NoteFacts): string | undefined {
  const { folder, home, platform } = facts;
  const storage = path.posix.join(home, 'Library/CloudStorage');
  if (platform !== 'darwin' || !isWithin(facts, storage)) return undefined;
  const [account = ''] = path.posix.relative(storage, folder).split('/');
  const [provider = ''] = account.split('-');
  return provider === '' ? undefined : (cloudNames[provider] ?? provider);
}

const cloudNames: Readonly<Record<string, string>> = { GoogleDrive: 'Google Drive', iCloudDrive: 'iCloud' };

/** Folders that services name so wherever they lie: "OneDrive - Company", "Dropbox (Personal)", and a drive's "My Drive". */
function findNamed(facts: NoteFacts): string | undefined {
  const names = facts.folder.split(facts.platform === 'win32' ? /[\\/]/ : '/');
  if (names.some((name) => /^OneDrive( - .+)?$/i.test(name))) return 'OneDrive';
  if (names.some((name) => /^Dropbox \(.+\)$/i.test(name))) return 'Dropbox';
  return facts.platform === 'win32' && /^[a-z]:$/i.test(names[0] ?? '') && names[1] === 'My Drive'
    ? 'Google Drive'
    : undefined;
}

/** Clients that keep a file of their own in the folders they synchronise. */
function findMarked(hidden: readonly string[]): string | undefined {
  if (hidden.includes('.stfolder')) return 'Syncthing';
  if (hidden.includes('.owncloudsync.log')) return 'ownCloud';
  // `.sync_1a2b3c.db`; before 2.10 `._sync_1a2b3c.db`. ownCloud's client names it the same.
  return hidden.some((name) => /^\._?sync_[\w-]+\.db$/.test(name)) ? 'Nextcloud' : undefined;
}

const shares: Readonly<Record<string, string>> = {
  nfs: 'NFS',
  nfs4: 'NFS',
  cifs: 'SMB',
  smb3: 'SMB',
  smbfs: 'SMB',
  afpfs: 'AFP',
  webdav: 'WebDAV',
  'fuse.davfs': 'WebDAV',
  davfs: 'WebDAV',
  sshfs: 'SSH',
  'fuse.sshfs': 'SSH',
  'fuse.rclone': 'rclone',
  'fuse.gvfsd-fuse': 'GVfs',
  '9p': '9P',
};

/** What kind of share a folder lies on. Windows resolves a drive letter that stands for a share to the share's name. */
function findShare(facts: NoteFacts): string | undefined {
  if (facts.platform === 'win32') return /^\\\\(?![.?]\\)[^\\]+\\/.test(facts.folder) ? 'SMB' : undefined;
  const mount = facts.mounts
    .filter(({ folder }) => isWithin(facts, folder))
    .reduce<Mount | undefined>(
      (best, next) => (next.folder.length >= (best?.folder.length ?? 0) ? next : best),
      undefined,
    );
  return mount === undefined ? undefined : shares[mount.type];
}

function isWithin({ folder, platform }: NoteFacts, above: string | undefined): boolean {
  const paths = pathOf({ platform });
  if (above === undefined || !paths.isAbsolute(above)) return false;
  // macOS and Windows do not tell names apart by case; path.win32 knows that of its own.
  const fold = (name: string): string => (platform === 'darwin' ? name.toLowerCase().normalize('NFC') : name);
  const way = paths.relative(fold(above), fold(folder));
  return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}

function pathOf({ platform }: Pick<Surroundings, 'platform'>): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}
