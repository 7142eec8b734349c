import {
  ArrowDownToLine,
  ArrowUpToLine,
  ChevronDown,
  ChevronUp,
  Combine,
  PencilLine,
  Split,
  TriangleAlert,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { labelKey } from '../commands/key-label.ts';
import { isMac } from '../commands/use-keys.ts';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import type { Wish } from './bench.ts';
import { EncodingSelect } from './encoding-select.tsx';
import type { BenchAction } from './keys.ts';
import type { Spot } from './spot.ts';

type BenchToolsProps = {
  readonly spot: Spot;
  readonly total: number | null;
  /** What became of the last correction. */
  readonly said: string;
  readonly onAct: (action: BenchAction) => void;
  readonly onWish: (wish: Wish) => void;
};

/** What can be done at the line where a person is, each with its key, and what became of it. */
export function BenchTools({ spot, total, said, onAct, onWish }: BenchToolsProps) {
  return (
    <div className="bench-tools">
      <EncodingSelect view={spot.view} onChoose={(encoding) => onWish({ kind: 'encoding', encoding })} />
      <i className="gap" />
      <Toolbar aria-label="At this line" className="tools" data-pane="sidebar">
        <ToolButton icon={Split} name="Split here" keyName="Enter" onPress={() => onAct({ kind: 'split' })} />
        <ToolButton icon={Combine} name="Join" keyName="j" onPress={() => onAct({ kind: 'join' })} />
        <ToolButton icon={PencilLine} name="Set a field…" keyName="f" onPress={() => onAct({ kind: 'field' })} />
        <i className="gap" />
        {steps.map(({ icon, name, key, action }) => (
          <IconButton key={name} icon={icon} name={name} keyLabel={key} onPress={() => onAct(action)} />
        ))}
      </Toolbar>
      <p role="status" aria-label="What changed" className="grow cut bench-said">
        {said}
      </p>
      {total !== null && (
        <span className="muted num bench-line">
          line {formatNumber(spot.line)} of {formatNumber(total)}
        </span>
      )}
    </div>
  );
}

type Step = { readonly icon: LucideIcon; readonly name: string; readonly key: string; readonly action: BenchAction };

const altName = isMac ? '⌥' : 'Alt ';

const steps: readonly Step[] = [
  {
    icon: ArrowUpToLine,
    name: 'Move the border up',
    key: labelKey('Shift+ArrowUp', isMac),
    action: { kind: 'move-border', direction: -1 },
  },
  {
    icon: ArrowDownToLine,
    name: 'Move the border down',
    key: labelKey('Shift+ArrowDown', isMac),
    action: { kind: 'move-border', direction: 1 },
  },
  { icon: ChevronUp, name: 'Previous border', key: `${altName}↑`, action: { kind: 'border', direction: -1 } },
  { icon: ChevronDown, name: 'Next border', key: `${altName}↓`, action: { kind: 'border', direction: 1 } },
  { icon: TriangleAlert, name: 'Next border in doubt', key: 'n', action: { kind: 'doubt', direction: 1 } },
];

type ToolButtonProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keyName: string;
  readonly onPress: () => void;
};

/** With its word where there is room for it. */
function ToolButton({ icon, name, keyName, onPress }: ToolButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <Button className="button quiet" aria-label={name} onPress={onPress}>
        <Icon of={icon} />
        <span className="tool-name">{name}</span>
        <KeyCap>{keyName}</KeyCap>
      </Button>
      <Tooltip className="tip" offset={6}>
        {name}
        <span className="tip-key">{keyName}</span>
      </Tooltip>
    </TooltipTrigger>
  );
}
