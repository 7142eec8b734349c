/* Tags of the chosen articles: the ones they have as chips, and a field that completes. Opened by `t`. */

import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { countOf } from '../../shared/words.ts';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { TagOptionText } from './tag-option-text.tsx';
import { findTagOptions, type TagOption } from './tag-options.ts';
import { useTagging } from './use-tagging.ts';
import './tag-editor.css';

type TagEditorProps = { readonly onClose: () => void };

export function TagEditor({ onClose }: TagEditorProps) {
  const [anchor] = useState(() => ({
    current: document.querySelector('[data-tag-anchor]') ?? document.querySelector('[data-pane="list"]'),
  }));
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      offset={4}
      className="pop tagpop"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog aria-label="Tags">
        <TagField onClose={onClose} />
      </Dialog>
    </Popover>
  );
}

function TagField({ onClose }: TagEditorProps) {
  const { present, count, tags, add, remove } = useTagging();
  const [text, setText] = useState('');
  // Until an arrow was pressed Enter means what was typed, to the letter; Tab takes the completion.
  const [at, setAt] = useState<number | null>(null);
  const options = findTagOptions(tags, text);
  const typed = text.trim();

  function write(next: string): void {
    setText(next);
    setAt(null);
  }

  function choose(name: string | undefined): void {
    if (name === undefined) return;
    add(name);
    write('');
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown') setAt(((at ?? -1) + 1) % Math.max(options.length, 1));
    else if (key === 'ArrowUp') setAt(((at ?? options.length) - 1 + options.length) % Math.max(options.length, 1));
    else if (key === 'Tab' && !event.shiftKey && typed !== '') choose(options[at ?? 0]?.name);
    else if (key === 'Enter' && at !== null) choose(options[at]?.name);
    else if (key === 'Enter' && typed !== '') choose(typed);
    else if (key === 'Enter') onClose();
    else return;
    event.preventDefault();
  }

  function keyOf(option: TagOption, index: number): 'Enter' | 'Tab' | null {
    if (at !== null) return index === at ? 'Enter' : null;
    if (option.name === typed) return 'Enter';
    return index === 0 && typed !== '' ? 'Tab' : null;
  }

  return (
    <>
      <div className="put">
        {[...present].map(([tag, on]) => (
          <span key={tag} className="chip typed">
            <i className={`dot tag-${tags.find(({ name }) => name === tag)?.colour ?? 8}`} />
            <bdi className="cut">{tag}</bdi>
            {on < count && (
              <span className="muted">
                {on} of {count}
              </span>
            )}
            <button type="button" className="x" aria-label={`Remove ${tag}`} onClick={() => remove(tag)}>
              <Icon of={X} small />
            </button>
          </span>
        ))}
        <input
          // The editor was opened to type into it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className="typing"
          role="combobox"
          aria-label={count === 1 ? 'Add a tag' : `Add a tag to ${countOf(count, 'article')}`}
          aria-expanded={options.length > 0}
          aria-controls="tag-options"
          aria-autocomplete="list"
          aria-activedescendant={at === null ? undefined : `tag-option-${at}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          placeholder="Type a tag"
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={handleKeyDown}
        />
      </div>
      <div id="tag-options" role="listbox" aria-label="Tags">
        {options.map((option, index) => (
          // The field keeps the focus and has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={option.name}
            id={`tag-option-${index}`}
            role="option"
            aria-selected={index === at}
            className={`opt ${index === (at ?? 0) ? 'at' : ''} ${option.isNew ? 'new' : ''}`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option.name)}
          >
            <TagOptionText
              option={option}
              presentWords={present.get(option.name) === count ? wordPresent(count) : null}
              keyCap={keyOf(option, index)}
            />
          </div>
        ))}
      </div>
    </>
  );
}

function wordPresent(count: number): string {
  return count === 1 ? 'on this article' : `on all ${formatNumber(count)}`;
}
