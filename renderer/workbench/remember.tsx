import { FileStack } from 'lucide-react';
import { isCorrected } from '../../shared/is-corrected.ts';
import type { SplitView } from '../../shared/split.ts';
import { wordProfile } from '../../shared/words.ts';
import { Icon } from '../ui/icon.tsx';
import type { Wish } from './bench.ts';

type RememberProps = {
  readonly view: SplitView;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** What is said of this file becomes, or betters, a dump profile once it is accepted. */
export function Remember({ view, isChecked, onChange }: RememberProps) {
  return (
    <label className="bench-remember">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={!isCorrected(view.corrections)}
        onChange={({ target }) => onChange(target.checked)}
      />
      Remember for files like this
    </label>
  );
}

type ReadWithProps = { readonly view: SplitView; readonly onWish: (wish: Wish) => void };

/** The dump profile that the file is read with, and the way to read it without. */
export function ReadWith({ view: { profile }, onWish }: ReadWithProps) {
  if (profile === null) return null;
  return (
    <div className="bench-profile" role="note" aria-label="Dump profile">
      <Icon of={FileStack} />
      <span className="cut">{wordProfile(profile.name)}</span>
      <button type="button" className="button" onClick={() => onWish({ kind: 'profile', profile: 'none' })}>
        Read without it
      </button>
    </div>
  );
}
