/* Where articles come from: the library, its sources, tags and imports, each with its count of unread. */

import {
  CircleQuestionMark,
  Download,
  FileText,
  Folder,
  Library,
  Mail,
  PanelLeft,
  Settings,
  Star,
  Trash2,
} from 'lucide-react';
import type { ImportSummary, Overview } from '../../shared/model.ts';
import type { Query } from '../../shared/query.ts';
import { useCommand } from '../commands/use-command.ts';
import { useApp } from '../state/app.ts';
import { useOverview } from '../state/library.ts';
import { enterList } from '../state/navigate.ts';
import { useStore } from '../state/store.ts';
import { isSameQuery } from '../state/view.ts';
import { FileName } from '../ui/file-name.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Entry, type EntryProps } from './entry.tsx';
import { Initial } from './initial.tsx';
import { moveWithin } from './move-within.ts';
import { nestTags } from './nest-tags.ts';
import { Section } from './section.tsx';
import './sidebar.css';

export function Sidebar() {
  const overview = useOverview();
  const fold = useCommand('sidebar');
  const files = useCommand('importFiles');
  const folder = useCommand('importFolder');
  const settings = useCommand('settings');
  return (
    <aside className="sidebar" aria-label="Sidebar">
      <div className="bar">
        <span className="wordmark grow">Broadsheet</span>
        <IconButton icon={PanelLeft} name="Fold the sidebar" keyLabel={fold.keyLabel} onPress={fold.run} />
      </div>
      <div className="under oxford" />
      {/* Arrows are a second way through entries that are buttons each. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <nav aria-label="Library" className="scroll" data-pane="sidebar" data-own-arrows onKeyDown={moveWithin}>
        {overview !== undefined && <Entries overview={overview} />}
      </nav>
      <div className="foot">
        <button type="button" className="button quiet" onClick={files.run} title={`${files.label}  ${files.keyLabel}`}>
          <Icon of={Download} />
          Import…
        </button>
        <span className="grow" />
        <IconButton icon={Folder} name="Import a folder…" keyLabel={folder.keyLabel} onPress={folder.run} />
        <IconButton icon={Settings} name={settings.label} keyLabel={settings.keyLabel} onPress={settings.run} />
      </div>
    </aside>
  );
}

type EntriesProps = { readonly overview: Overview };

function Entries({ overview }: EntriesProps) {
  const { all, starred, trash, sources, tags, imports } = overview;
  const bind = useEntry();
  return (
    <>
      <ul>
        <Entry
          {...bind({ kind: 'all' })}
          icon={<Icon of={Library} />}
          name="All articles"
          unread={0}
          label="All articles"
          isStop
        />
        <Entry
          {...bind({ kind: 'unread' })}
          icon={<Icon of={Mail} />}
          name="Unread"
          unread={all.unread}
          label="Unread"
        />
        <Entry
          {...bind({ kind: 'starred' })}
          icon={<Icon of={Star} />}
          name="Starred"
          unread={starred.unread}
          label="Starred"
        />
        <Entry
          {...bind({ kind: 'trash' })}
          icon={<Icon of={Trash2} />}
          name="Trash"
          unread={0}
          total={trash.total}
          label="Trash"
        />
      </ul>
      <Section title="Sources" entries={sources}>
        {({ name, unread }) => (
          <Entry
            key={name ?? ''}
            {...bind({ kind: 'source', name })}
            icon={name === null ? <Icon of={CircleQuestionMark} /> : <Initial name={name} />}
            name={name === null ? <span className="guess">Source not found</span> : <FileName name={name} />}
            label={name ?? 'Source not found'}
            unread={unread}
          />
        )}
      </Section>
      <Section title="Tags" entries={nestTags(tags)}>
        {({ tag, depth, shortName }) => (
          <Entry
            key={tag.name}
            {...bind({ kind: 'tag', name: tag.name })}
            icon={<i className={`dot tag-${tag.colour}`} />}
            name={<bdi>{shortName}</bdi>}
            label={tag.name}
            depth={depth}
            unread={tag.unread}
          />
        )}
      </Section>
      <Section title="Imports" entries={imports}>
        {(summary) => (
          <Entry
            key={summary.id}
            {...bind({ kind: 'import', id: summary.id })}
            icon={<Icon of={iconOf(summary)} />}
            name={<FileName name={summary.name} />}
            label={summary.name}
            unread={summary.unread}
          />
        )}
      </Section>
    </>
  );
}

/** Whether an entry is the list in view, and how to enter it. */
function useEntry(): (query: Query) => Pick<EntryProps, 'isCurrent' | 'onEnter'> {
  const app = useApp();
  const view = useStore(app.view);
  return (query) => ({
    isCurrent: isSameQuery(view.query, query),
    onEnter: () => enterList(app, query),
  });
}

function iconOf({ files }: ImportSummary) {
  return files > 1 ? Folder : FileText;
}
