import type { ReactNode } from 'react';
import { countOf } from '../../shared/words.ts';
import { formatNumber } from '../ui/format.ts';

export type EntryProps = {
  readonly icon: ReactNode;
  readonly name: ReactNode;
  /** The full name, for the tooltip where the row is too narrow. */
  readonly label: string;
  readonly unread: number;
  /** Shown instead of the unread, quietly, where all that lies there counts. */
  readonly total?: number;
  readonly isCurrent: boolean;
  readonly depth?: number;
  /** A stop of the tab key even when it is not the current one: the way in. */
  readonly isStop?: boolean;
  readonly onEnter: () => void;
};

/** One line of the sidebar. Only the current one is a stop of the tab key; arrows move between them. */
export function Entry({
  icon,
  name,
  label,
  unread,
  total = 0,
  isCurrent,
  depth = 0,
  isStop = false,
  onEnter,
}: EntryProps) {
  const counted = total > 0 ? `, ${countOf(total, 'article')}` : '';
  const classes = ['nav', isCurrent ? 'at' : '', unread > 0 ? 'new' : ''].join(' ');
  return (
    <li>
      <button
        type="button"
        data-entry=""
        className={classes}
        tabIndex={isCurrent || isStop ? 0 : -1}
        data-pane-start={isCurrent ? '' : undefined}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={unread > 0 ? `${label}, ${formatNumber(unread)} unread` : `${label}${counted}`}
        title={label}
        style={depth > 0 ? { paddingInlineStart: 8 + depth * 24 } : undefined}
        onClick={onEnter}
      >
        <span className="slot" aria-hidden>
          {icon}
        </span>
        <span className="name cut">{name}</span>
        {unread + total > 0 && <span className="n">{formatNumber(unread > 0 ? unread : total)}</span>}
      </button>
    </li>
  );
}
