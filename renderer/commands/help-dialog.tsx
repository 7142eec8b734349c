/* The keys, drawn from the one table of commands. */

import { commandIds, commands, groupLabels, type CommandGroup, type CommandId } from '../../shared/commands.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { labelKey } from './key-label.ts';
import { isMac } from './use-keys.ts';
import './help-dialog.css';

const groups = Object.keys(groupLabels) as readonly CommandGroup[];

type HelpDialogProps = { readonly onClose: () => void };

export function HelpDialog({ onClose }: HelpDialogProps) {
  return (
    <Dialog title="Keys" onClose={onClose} className="help">
      <div className="help-groups">
        {groups.map((group) => (
          <section key={group} aria-labelledby={`help-${group}`}>
            <h3 className="label" id={`help-${group}`}>
              {groupLabels[group]}
            </h3>
            <dl>
              {commandIds
                .filter((id) => commands[id].group === group && commands[id].keys.length > 0)
                .map(renderCommand)}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function renderCommand(id: CommandId) {
  const { label, keys } = commands[id];
  return (
    <div key={id} className="help-line">
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <KeyCap key={key}>{labelKey(key, isMac)}</KeyCap>
        ))}
      </dd>
    </div>
  );
}
