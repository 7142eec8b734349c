import { Check, Plus } from 'lucide-react';
import { countOf } from '../../shared/words.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import type { TagOption } from './tag-options.ts';

type TagOptionTextProps = {
  readonly option: TagOption;
  readonly presentWords: string | null;
  readonly keyCap: string | null;
};

/** One line of the completion: the tag with the typed letters marked, or the new tag. */
export function TagOptionText({ option, presentWords, keyCap }: TagOptionTextProps) {
  const enter = keyCap !== null && <KeyCap>{keyCap}</KeyCap>;
  if (option.isNew) {
    return (
      <>
        <Icon of={Plus} />
        <span className="cut">
          New tag “<b>{option.name}</b>”
        </span>
        <span className="end">{enter}</span>
      </>
    );
  }
  const [before, match, after] = option.parts;
  return (
    <>
      <i className={`dot tag-${option.colour}`} />
      <bdi className="cut">
        {before}
        <b>{match}</b>
        {after}
      </bdi>
      <span className="end">
        {presentWords !== null && <Icon of={Check} small />}
        {presentWords ?? countOf(option.total, 'article')}
        {enter}
      </span>
    </>
  );
}
