import { ArchiveRestore, ArrowLeft, Mail, MailOpen, Scissors, ScrollText, Star, Tag, Trash2 } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import type { ArticleId } from '../../shared/model.ts';
import { useCommand } from '../commands/use-command.ts';
import { useApp } from '../state/app.ts';
import { useChosenState } from '../state/chosen-state.ts';
import { useOverview } from '../state/library.ts';
import { useStore } from '../state/store.ts';
import { useWidth } from '../state/use-width.ts';
import { nameQuery } from '../state/view.ts';
import { FileName } from '../ui/file-name.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';

type ArticleToolbarProps = { readonly opened: ArticleId | null };

export function ArticleToolbar({ opened }: ArticleToolbarProps) {
  const read = useCommand('toggleRead');
  const star = useCommand('toggleStar');
  const tag = useCommand('tag');
  const trash = useCommand('trash');
  const original = useCommand('original');
  const fixSplit = useCommand('fixSplit');
  const { dialog } = useApp();
  const isTagging = useStore(dialog)?.kind === 'tags';
  const { count, isRead, isStarred, isTrashed } = useChosenState();
  const none = count === 0;
  return (
    <div className="bar article-bar">
      <BackToList />
      <Toolbar aria-label="Article" className="tools">
        <IconButton
          icon={isRead ? MailOpen : Mail}
          name={isRead ? 'Mark unread' : 'Mark read'}
          keyLabel={read.keyLabel}
          onPress={read.run}
          isDisabled={none}
        />
        <IconButton
          icon={Star}
          name="Star"
          keyLabel={star.keyLabel}
          onPress={star.run}
          isDisabled={none}
          isPressed={isStarred}
          full={isStarred}
          className={isStarred ? 'star set' : 'star'}
        />
        <span data-tag-anchor="" className="anchor">
          <IconButton
            icon={Tag}
            name="Tags"
            keyLabel={tag.keyLabel}
            onPress={tag.run}
            isDisabled={none}
            isExpanded={isTagging}
            className={isTagging ? 'on' : ''}
          />
        </span>
        <IconButton
          icon={isTrashed ? ArchiveRestore : Trash2}
          name={isTrashed ? 'Put back' : 'Move to the trash'}
          keyLabel={trash.keyLabel}
          onPress={trash.run}
          isDisabled={none}
        />
        <i className="gap" />
        <IconButton
          icon={ScrollText}
          name="Original at this place"
          keyLabel={original.keyLabel}
          onPress={original.run}
          isDisabled={opened === null}
        />
        <IconButton
          icon={Scissors}
          name="Fix this split"
          keyLabel={fixSplit.keyLabel}
          onPress={fixSplit.run}
          isDisabled={opened === null}
        />
      </Toolbar>
    </div>
  );
}

/** In a window with one pane at a time: the way back, with the name of the list. */
function BackToList() {
  const app = useApp();
  const { query } = useStore(app.view);
  const isSingle = useWidth() === 'single';
  const report = useOverview()?.imports.find((summary) => query.kind === 'import' && summary.id === query.id);
  if (!isSingle) return null;
  return (
    <button
      type="button"
      className="button quiet back"
      onClick={() => app.view.set((view) => ({ ...view, pane: 'list' }))}
    >
      <Icon of={ArrowLeft} flip />
      <span className="sr">Back to </span>
      <FileName name={nameQuery(query, report?.name)} className="cut" />
    </button>
  );
}
