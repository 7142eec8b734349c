import { useId, useState, type FormEvent } from 'react';
import type { SettableField, SplitArticle } from '../../shared/split.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatCount } from '../ui/format-count.ts';
import type { Wish } from './bench.ts';
import { fieldLabels, fieldNames } from './facts.ts';
import { findArticle, type Spot } from './spot.ts';
import { findFieldFault } from './words.ts';

type FieldDialogProps = { readonly spot: Spot; readonly onClose: () => void; readonly onWish: (wish: Wish) => void };

/** Sets a field of the article where a person is, or of all; left empty, it is taken away. */
export function FieldDialog({ spot, onClose, onWish }: FieldDialogProps) {
  const found = findArticle(spot);
  const [name, setName] = useState<SettableField>(found === null ? 'source' : 'title');
  const [typed, setTyped] = useState<string | null>(null);
  const [isForAll, setForAll] = useState(found === null);
  const [isTried, setTried] = useState(false);
  const ids = { name: useId(), value: useId(), fault: useId() };
  const value = typed ?? (found === null ? '' : readField(found.article, name));
  const first = isForAll ? null : (found?.article.lines?.[0] ?? null);
  const fault = isForAll && name === 'title' ? 'Each article has a headline of its own.' : findFieldFault(name, value);

  function handleSubmit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (fault !== null) return;
    const text = value.trim();
    onWish({ kind: 'field', first, name, value: text === '' ? null : text });
    onClose();
  }

  return (
    <Dialog title="Set a field" onClose={onClose} className="bench-field">
      <form onSubmit={handleSubmit} noValidate>
        <div className="field-grid">
          <label htmlFor={ids.name}>Field</label>
          <select
            id={ids.name}
            className="field"
            value={name}
            onChange={({ target }) => {
              const chosen = fieldNames.find((each) => each === target.value);
              if (chosen === undefined) return;
              setName(chosen);
              setTyped(null);
              setTried(false);
            }}
          >
            {fieldNames.map((each) => (
              <option key={each} value={each}>
                {fieldLabels[each]}
              </option>
            ))}
          </select>
          <label htmlFor={ids.value}>Value</label>
          <input
            id={ids.value}
            className="field"
            dir="auto"
            value={value}
            placeholder="none"
            aria-invalid={isTried && fault !== null}
            aria-describedby={ids.fault}
            onChange={({ target }) => setTyped(target.value)}
          />
          <p id={ids.fault} role="alert" className="field-fault">
            {isTried && fault}
          </p>
          <fieldset>
            <legend>Of</legend>
            <label>
              <input
                type="radio"
                name="of"
                checked={!isForAll}
                disabled={found === null}
                onChange={() => setForAll(false)}
              />
              <bdi className="cut">
                {found === null ? 'no article here' : `Article ${found.index + 1}, ${found.article.title}`}
              </bdi>
            </label>
            <label>
              <input type="radio" name="of" checked={isForAll} onChange={() => setForAll(true)} />
              {wordAll(spot)}
            </label>
          </fieldset>
        </div>
        <div className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button main">
            Set
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function wordAll({ view }: Spot): string {
  return view.articles.length === 1
    ? 'The whole file'
    : `All ${formatCount(view.articles.length, 'article')} of the file`;
}

function readField({ title, fields }: SplitArticle, name: SettableField): string {
  return (name === 'title' ? title : fields[name]) ?? '';
}
