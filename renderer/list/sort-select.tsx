import { ArrowDownUp, Check } from 'lucide-react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import type { Sort } from '../../shared/query.ts';
import { useApp } from '../state/app.ts';
import { changeSettings } from '../state/library.ts';
import { Icon } from '../ui/icon.tsx';

const labels: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  imported: 'By import',
  source: 'By source',
  title: 'By title',
  longest: 'Longest first',
};
const sorts = Object.keys(labels) as readonly Sort[];

type SortSelectProps = { readonly sort: Sort };

export function SortSelect({ sort }: SortSelectProps) {
  const app = useApp();
  return (
    <Select
      aria-label="Sort"
      className="sort"
      value={sort}
      onChange={(key) => {
        const chosen = sorts.find((each) => each === key);
        if (chosen !== undefined) changeSettings(app, { sort: chosen });
      }}
    >
      <TooltipTrigger delay={500} closeDelay={80}>
        <Button className="button quiet">
          <Icon of={ArrowDownUp} small />
          <SelectValue className="sort-name">{labels[sort]}</SelectValue>
        </Button>
        <Tooltip className="tip" offset={6}>
          Sort
        </Tooltip>
      </TooltipTrigger>
      <Popover className="pop sort-pop" placement="bottom end" offset={4}>
        <ListBox>
          {sorts.map((each) => (
            <ListBoxItem key={each} id={each} textValue={labels[each]} className="opt">
              {({ isSelected }) => (
                <>
                  {labels[each]}
                  <span className="end">{isSelected && <Icon of={Check} small />}</span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
