import { ClipboardList, ListChecks, PanelLeft, Rows3, Rows4 } from 'lucide-react';
import type { Query, Sort } from '../../shared/query.ts';
import { countOf } from '../../shared/words.ts';
import { displayName } from '../../shared/display-name.ts';
import { useCommand } from '../commands/use-command.ts';
import { useIsSidebarHidden } from '../state/use-width.ts';
import { useApp } from '../state/app.ts';
import { useOverview, useSettings } from '../state/library.ts';
import { openReport } from '../state/navigate.ts';
import { useStore } from '../state/store.ts';
import { nameQuery } from '../state/view.ts';
import { formatNumber } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { SortSelect } from './sort-select.tsx';

type ListHeadProps = { readonly query: Query; readonly sort: Sort; readonly count: number | undefined };

export function ListHead({ query, sort, count }: ListHeadProps) {
  const app = useApp();
  const { chosen } = useStore(app.selection);
  const sidebar = useCommand('sidebar');
  const density = useCommand('density');
  const markRead = useCommand('markListRead');
  const isCompact = useSettings()?.density === 'compact';
  const isSidebarHidden = useIsSidebarHidden();
  const report = useOverview()?.imports.find((summary) => query.kind === 'import' && summary.id === query.id);
  // While the rows are sorted anew their number is not known: the buttons stay, and with them the focus.
  const isEmpty = count === 0;
  return (
    <div className="bar list-head">
      {isSidebarHidden && (
        <IconButton icon={PanelLeft} name="Show the sidebar" keyLabel={sidebar.keyLabel} onPress={sidebar.run} />
      )}
      <h1 className="cut">
        <bdi dir="auto">{displayName(nameQuery(query, report?.name))}</bdi>
      </h1>
      <span className="n num">
        {chosen.size > 1
          ? `${formatNumber(chosen.size)} selected`
          : count !== undefined && count > 0 && formatNumber(count)}
      </span>
      <span className="grow" />
      {!isEmpty && <SortSelect sort={sort} />}
      {report !== undefined && (
        <IconButton icon={ClipboardList} name="Import report" onPress={() => openReport(app, report.id)} />
      )}
      {!isEmpty && (
        <IconButton
          icon={ListChecks}
          name={count === undefined ? 'Mark articles read' : `Mark ${countOf(count, 'article')} read`}
          isDisabled={count === undefined}
          keyLabel={markRead.keyLabel}
          onPress={markRead.run}
        />
      )}
      <IconButton
        icon={isCompact ? Rows3 : Rows4}
        name={isCompact ? 'Standard rows' : 'Compact rows'}
        onPress={density.run}
      />
    </div>
  );
}
