import { commands, type CommandId } from '../../shared/commands.ts';
import { useApp } from '../state/app.ts';
import { runCommand } from './actions.ts';
import { labelKey } from './key-label.ts';
import { isMac } from './use-keys.ts';

/** A command as a button needs it: its name, its first key as printed, and the act. */
export function useCommand(command: CommandId): {
  readonly label: string;
  readonly keyLabel: string | undefined;
  readonly run: () => void;
} {
  const app = useApp();
  const { label, keys } = commands[command];
  const key: string | undefined = keys[0];
  return {
    label,
    keyLabel: key === undefined ? undefined : labelKey(key, isMac),
    run: () => {
      runCommand(app, command);
    },
  };
}
