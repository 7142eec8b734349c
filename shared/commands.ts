/*
 * Every action a person can take, once: native menu, keys, toolbar tooltips and help read this table. A key is a
 * produced character (`j`, `?`) or a named key (`Enter`, `Space`), with `Mod` for Ctrl, on macOS Cmd.
 */

export type CommandGroup = 'reading' | 'marking' | 'going' | 'library' | 'window';

export type Command = {
  readonly label: string;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  /** Works while a text field has the focus. */
  readonly inFields?: true;
  /** Where the native menu shows it; commands without a menu are still reached by key and help. */
  readonly menu?: 'file' | 'edit' | 'view' | 'article' | 'go' | 'help';
};

export const commands = {
  next: { label: 'Next article', group: 'reading', keys: ['j', 'ArrowDown'], menu: 'go' },
  previous: { label: 'Previous article', group: 'reading', keys: ['k', 'ArrowUp'], menu: 'go' },
  nextUnread: { label: 'Next unread article', group: 'reading', keys: ['n'], menu: 'go' },
  previousUnread: { label: 'Previous unread article', group: 'reading', keys: ['p'], menu: 'go' },
  open: { label: 'Open article', group: 'reading', keys: ['o', 'Enter'], menu: 'article' },
  scroll: { label: 'Scroll, then next unread', group: 'reading', keys: ['Space'] },
  scrollBack: { label: 'Scroll back', group: 'reading', keys: ['Shift+Space'] },
  first: { label: 'First article', group: 'reading', keys: ['Home'], menu: 'go' },
  last: { label: 'Last article', group: 'reading', keys: ['End'], menu: 'go' },
  original: { label: 'Original at this place', group: 'reading', keys: ['v'], menu: 'article' },
  fixSplit: { label: 'Fix this split…', group: 'reading', keys: ['Shift+V'], menu: 'article' },
  toggleRead: { label: 'Mark read or unread', group: 'marking', keys: ['m'], menu: 'article' },
  markUnread: { label: 'Mark unread', group: 'marking', keys: ['u'], menu: 'article' },
  toggleStar: { label: 'Star', group: 'marking', keys: ['s'], menu: 'article' },
  tag: { label: 'Tag', group: 'marking', keys: ['t'], menu: 'article' },
  trash: { label: 'Move to the trash, or put back', group: 'marking', keys: ['Delete', '#'], menu: 'article' },
  markListRead: { label: 'Mark the whole list read', group: 'marking', keys: ['Shift+A'], menu: 'article' },
  selectAll: { label: 'Select all articles', group: 'marking', keys: ['Mod+a'], menu: 'edit' },
  goAll: { label: 'Go to all articles', group: 'going', keys: ['g a'], menu: 'go' },
  goUnread: { label: 'Go to unread', group: 'going', keys: ['g u'], menu: 'go' },
  goStarred: { label: 'Go to starred', group: 'going', keys: ['g s'], menu: 'go' },
  nextPane: { label: 'Next pane', group: 'going', keys: ['F6'], inFields: true, menu: 'go' },
  previousPane: { label: 'Previous pane', group: 'going', keys: ['Shift+F6'], inFields: true, menu: 'go' },
  importFiles: { label: 'Import files…', group: 'library', keys: ['Mod+o'], inFields: true, menu: 'file' },
  importFolder: { label: 'Import a folder…', group: 'library', keys: ['Mod+Shift+o'], inFields: true, menu: 'file' },
  importText: { label: 'Paste text as a dump', group: 'library', keys: ['Mod+v'], menu: 'edit' },
  settings: { label: 'Settings…', group: 'window', keys: ['Mod+,'], inFields: true, menu: 'file' },
  undo: { label: 'Undo', group: 'library', keys: ['Mod+z'], menu: 'edit' },
  redo: { label: 'Redo', group: 'library', keys: ['Mod+Shift+z', 'Mod+y'], menu: 'edit' },
  sidebar: { label: 'Show or fold the sidebar', group: 'window', keys: ['['], menu: 'view' },
  density: { label: 'Standard or compact rows', group: 'window', keys: [], menu: 'view' },
  help: { label: 'Keys', group: 'window', keys: ['?'], menu: 'help' },
  close: { label: 'Close what is open, or clear the selection', group: 'window', keys: ['Escape'], inFields: true },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as readonly CommandId[];

export const groupLabels: Record<CommandGroup, string> = {
  reading: 'Reading',
  marking: 'Marking',
  going: 'Going somewhere',
  library: 'Library',
  window: 'Window',
};
