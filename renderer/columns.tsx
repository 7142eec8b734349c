import { useEffect, useRef, type ReactNode } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import type { Settings } from '../shared/settings.ts';
import { focusPane } from './commands/panes.ts';
import { useApp } from './state/app.ts';
import { changeSettings } from './state/library.ts';
import { useStore } from './state/store.ts';
import { useWidth } from './state/use-width.ts';

type ColumnsProps = {
  readonly settings: Settings;
  readonly sidebar: ReactNode;
  readonly list: ReactNode;
  readonly article: ReactNode;
  /** Stands in place of list and article: a report, the empty library. */
  readonly page: ReactNode;
};

/** Three panes where there is room, two with the sidebar over them where there is less, one in the smallest window. */
export function Columns(props: ColumnsProps) {
  const width = useWidth();
  const { view } = useApp();
  const { pane, sidebarOpen } = useStore(view);
  if (width === 'wide') return <Wide {...props} />;
  const single = pane === 'list' ? props.list : props.article;
  const rest = width === 'single' ? single : <ListAndArticle {...props} isRemembered={false} />;
  return (
    <div className="panes narrow">
      {props.page ?? rest}
      {sidebarOpen && <SidebarOver>{props.sidebar}</SidebarOver>}
    </div>
  );
}

function Wide(props: ColumnsProps) {
  const { settings, sidebar, page } = props;
  const save = useSaveWidth('sidebarWidth', 'sidebar');
  const content = page ?? <ListAndArticle {...props} isRemembered />;
  if (settings.sidebarFolded) return <div className="panes">{content}</div>;
  return (
    <Group
      className="panes"
      elementRef={save.group}
      onLayoutChanged={(layout, { isUserInteraction }) => save.keep(layout, isUserInteraction)}
    >
      <Panel
        id="sidebar"
        defaultSize={settings.sidebarWidth}
        minSize={168}
        maxSize={320}
        groupResizeBehavior="preserve-pixel-size"
      >
        {sidebar}
      </Panel>
      <Separator className="seam" title="Width of the sidebar" />
      <Panel id="content">{content}</Panel>
    </Group>
  );
}

type ListAndArticleProps = ColumnsProps & { readonly isRemembered: boolean };

/** In a narrow window the list begins at 300 px, and what is dragged there is not the width of the wide window. */
function ListAndArticle({ settings, list, article, isRemembered }: ListAndArticleProps) {
  const save = useSaveWidth('listWidth', 'list');
  return (
    <Group
      className="panes"
      elementRef={save.group}
      onLayoutChanged={(layout, { isUserInteraction }) => save.keep(layout, isUserInteraction && isRemembered)}
    >
      <Panel
        id="list"
        defaultSize={isRemembered ? settings.listWidth : Math.min(settings.listWidth, 300)}
        minSize={isRemembered ? 280 : 240}
        maxSize={560}
        groupResizeBehavior="preserve-pixel-size"
      >
        {list}
      </Panel>
      <Separator className="seam" title="Width of the list" />
      <Panel id="article" minSize={300}>
        {article}
      </Panel>
    </Group>
  );
}

/**
 * Remembers the width of a group's first pane when the person has let go of the seam. The layout comes in per cent of
 * the group; the setting is in pixels.
 */
function useSaveWidth(setting: 'sidebarWidth' | 'listWidth', pane: string) {
  const app = useApp();
  const group = useRef<HTMLDivElement>(null);
  return {
    group,
    keep: (layout: Layout, isWanted: boolean) => {
      const percent = layout[pane];
      if (!isWanted || percent === undefined || group.current === null) return;
      changeSettings(app, { [setting]: Math.round((percent / 100) * group.current.offsetWidth) });
    },
  };
}

type SidebarOverProps = { readonly children: ReactNode };

/** The sidebar over the list: a click beside it closes it, and the focus goes where the eye is. */
function SidebarOver({ children }: SidebarOverProps) {
  const { view } = useApp();
  useEffect(() => {
    focusPane('sidebar');
    return () => {
      focusPane('list');
    };
  }, []);
  return (
    <>
      {/* Esc and the fold button do the same by key. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="sidebar-scrim" onClick={() => view.set((before) => ({ ...before, sidebarOpen: false }))} />
      <div className="sidebar-over">{children}</div>
    </>
  );
}
