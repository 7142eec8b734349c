/*
 * A stand-in for the part of the `electron` module that host A uses, for tests where no runtime is. It is not Electron:
 * it records what it is told and passes messages between page and main process. Each part is checked against Electron's
 * own declarations, so that it stops compiling where it differs.
 */

import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

export { utilityProcess } from './utility-process.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...words: unknown[]) => unknown;
type Answerer = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type RequestFilter = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;

/** What the stand-in was told, for tests to look at. */
export const told = {
  schemes: [] as Electron.CustomScheme[],
  handlers: new Map<string, Handler>(),
  windows: [] as BrowserWindow[],
  menu: [] as readonly Electron.MenuItemConstructorOptions[],
  exposed: new Map<string, unknown>(),
  paths: new Map<string, string>(),
  errorBoxes: [] as string[],
  /** What the next open dialog answers. */
  chosen: [] as string[],
  /** What the open dialogs before it answer, one after the other. */
  chosenBefore: [] as string[][],
  /** What every dialog for a file or folder was asked. */
  dialogs: [] as (Electron.OpenDialogOptions | Electron.SaveDialogOptions)[],
  /** Where the next save dialog saves; empty: nowhere. */
  saveTo: '',
  questions: [] as Electron.MessageBoxOptions[],
  /** What a question is answered with: the button's number. */
  answer: (_question: Electron.MessageBoxOptions): number => 0,
  instanceData: undefined as unknown,
  isFirstInstance: true,
  isSandboxed: false,
  exitCode: undefined as number | undefined,
  /** What the loading of a page fails with. */
  loadError: undefined as Error | undefined,
};

/** An event that remembers whether it was prevented. */
export function createEvent<Details extends object>(
  details: Details,
): Details & { defaultPrevented: boolean; preventDefault: () => void } {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

const appEvents = new EventEmitter();
const rendererEvents = new EventEmitter();

export const app = {
  isPackaged: false,
  on: appEvents.on.bind(appEvents) as unknown as Electron.App['on'],
  emit: appEvents.emit.bind(appEvents),
  listenerCount: appEvents.listenerCount.bind(appEvents),
  enableSandbox: () => void (told.isSandboxed = true),
  getAppPath: () => '/app',
  setPath: (name: string, folder: string) => void told.paths.set(name, folder),
  whenReady: async () => undefined,
  requestSingleInstanceLock: (data?: object) => {
    told.instanceData = data;
    return told.isFirstInstance;
  },
  quit: () => {
    const event = createEvent({});
    appEvents.emit('will-quit', event);
    if (!event.defaultPrevented) told.exitCode = 0;
  },
  exit: (code?: number) => void (told.exitCode = code ?? 0),
} satisfies Pick<
  Electron.App,
  | 'isPackaged'
  | 'on'
  | 'enableSandbox'
  | 'getAppPath'
  | 'setPath'
  | 'whenReady'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
> &
  Pick<EventEmitter, 'emit' | 'listenerCount'>;

type FramePart = Pick<Electron.WebFrameMain, 'origin' | 'parent'>;
type ContentsPart = Pick<Electron.WebContents, 'send' | 'paste' | 'setWindowOpenHandler'>;

export class WebContents extends EventEmitter implements ContentsPart {
  readonly sent: { readonly channel: string; readonly message: unknown }[] = [];
  mainFrame: FramePart = { origin: 'app://broadsheet', parent: null };
  openHandler: Parameters<ContentsPart['setWindowOpenHandler']>[0] | undefined;
  pasted = 0;

  send(channel: string, ...words: unknown[]): void {
    const [message] = structuredClone(words);
    this.sent.push({ channel, message });
    rendererEvents.emit(channel, {}, message);
  }

  paste(): void {
    this.pasted += 1;
  }

  setWindowOpenHandler(handler: Parameters<ContentsPart['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }
}

type WindowPart = Pick<
  Electron.BrowserWindow,
  'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed' | 'loadURL'
>;

export class BrowserWindow extends EventEmitter implements WindowPart {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new WebContents();
  readonly loaded: string[] = [];
  shown = 0;
  destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    told.windows.push(this);
    appEvents.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    if (told.loadError !== undefined) throw told.loadError;
    this.emit('ready-to-show');
  }

  show(): void {
    this.shown += 1;
  }

  focus(): void {
    this.emit('focus');
  }

  restore(): void {
    this.emit('restore');
  }

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
}

type SessionPart = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
>;

class Session extends EventEmitter implements SessionPart {
  readonly pages = new Map<string, (request: Request) => Response | Promise<Response>>();
  permission: Answerer = null;
  permissionCheck: Parameters<SessionPart['setPermissionCheckHandler']>[0] = null;
  devicePermission: Parameters<SessionPart['setDevicePermissionHandler']>[0] = null;
  requestFilter: RequestFilter | undefined;
  checksSpelling = true;
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
      void this.pages.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>;
  readonly webRequest = { onBeforeRequest: (filter: RequestFilter) => void (this.requestFilter = filter) };

  setPermissionRequestHandler(handler: Answerer): void {
    this.permission = handler;
  }

  setPermissionCheckHandler(handler: Parameters<SessionPart['setPermissionCheckHandler']>[0]): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: Parameters<SessionPart['setDevicePermissionHandler']>[0]): void {
    this.devicePermission = handler;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.checksSpelling = enable;
  }
}

export const session = { defaultSession: new Session() };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void told.schemes.push(...schemes),
} satisfies Pick<typeof Electron.protocol, 'registerSchemesAsPrivileged'>;

export const dialog = {
  showErrorBox: (title: string, content: string) => void told.errorBoxes.push(`${title}: ${content}`),
  showOpenDialog: async (...words: readonly unknown[]) => {
    told.dialogs.push(words.at(-1) as Electron.OpenDialogOptions);
    const filePaths = told.chosenBefore.shift() ?? told.chosen;
    return { canceled: filePaths.length === 0, filePaths };
  },
  showSaveDialog: async (...words: readonly unknown[]) => {
    told.dialogs.push(words.at(-1) as Electron.SaveDialogOptions);
    return { canceled: told.saveTo === '', filePath: told.saveTo };
  },
  showMessageBox: async (...words: readonly unknown[]) => {
    const question = words.at(-1) as Electron.MessageBoxOptions;
    told.questions.push(question);
    return { response: told.answer(question), checkboxChecked: false };
  },
} satisfies Pick<typeof Electron.dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;

export const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>;

export const Menu = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: readonly Electron.MenuItemConstructorOptions[]) => void (told.menu = menu),
};

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void told.handlers.set(channel, handler),
} satisfies Pick<Electron.IpcMain, 'handle'>;

/** Asks as the page of the newest window does; what crosses is copied, as between two processes. */
export const ipcRenderer = {
  invoke: async (channel: string, ...words: unknown[]): Promise<unknown> => {
    const contents = told.windows.at(-1)?.webContents;
    return invokeAs({ sender: contents, senderFrame: contents?.mainFrame ?? null }, channel, ...words);
  },
  on: rendererEvents.on.bind(rendererEvents) as unknown as Electron.IpcRenderer['on'],
  off: rendererEvents.off.bind(rendererEvents) as unknown as Electron.IpcRenderer['off'],
} satisfies Pick<Electron.IpcRenderer, 'invoke' | 'on' | 'off'>;

/** Asks as any sender: its contents, and the frame in it that speaks. */
export async function invokeAs(event: object, channel: string, ...words: unknown[]): Promise<unknown> {
  const handler = told.handlers.get(channel);
  if (handler === undefined) throw new Error(`Nobody handles ${channel}`);
  return structuredClone(await handler(event as Electron.IpcMainInvokeEvent, ...structuredClone(words)));
}

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void told.exposed.set(name, api),
} satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

/** A file of this stand-in's tests carries its path as a property. */
export const webUtils = {
  getPathForFile: (file: File) => ('path' in file ? String(file.path) : ''),
} satisfies Pick<Electron.WebUtils, 'getPathForFile'>;
