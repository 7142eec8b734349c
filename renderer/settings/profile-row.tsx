import { Download, Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { DumpProfile } from '../../shared/profile.ts';
import { useApp } from '../state/app.ts';
import { removeProfile, renameProfile } from '../state/profiles.ts';
import { formatMoment } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { downloadProfiles } from './download-profiles.ts';
import { wordRules } from './profile-words.ts';

type ProfileRowProps = { readonly profile: DumpProfile };

export function ProfileRow({ profile }: ProfileRowProps) {
  const app = useApp();
  const [isNaming, setNaming] = useState(false);
  const { name, createdAt, rules } = profile;
  return (
    <li className="setting" aria-label={name}>
      <div>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p className="muted small">{formatMoment(createdAt)}</p>
      </div>
      <div className="set-to">
        <p>{wordRules(rules)}</p>
        {isNaming ? (
          <NameForm profile={profile} onDone={() => setNaming(false)} />
        ) : (
          <div className="acts">
            <button type="button" className="button" onClick={() => setNaming(true)}>
              <Icon of={Pencil} />
              Rename
            </button>
            <button type="button" className="button" onClick={() => void downloadProfiles(app, profile)}>
              <Icon of={Download} />
              Export
            </button>
            <button type="button" className="button" onClick={() => void removeProfile(app, profile)}>
              <Icon of={Trash2} />
              Delete
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

type NameFormProps = ProfileRowProps & { readonly onDone: () => void };

function NameForm({ profile, onDone }: NameFormProps) {
  const app = useApp();
  const [name, setName] = useState(profile.name);
  function handleSubmit(event: FormEvent): void {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== '' && wanted !== profile.name) void renameProfile(app, profile, wanted);
    onDone();
  }
  return (
    <form className="acts" onSubmit={handleSubmit}>
      <input
        className="setting-field"
        aria-label="Name"
        dir="auto"
        maxLength={100}
        value={name}
        // It was asked for by a button that is gone now.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="submit" className="button main">
        Save
      </button>
      <button type="button" className="button" onClick={onDone}>
        Cancel
      </button>
    </form>
  );
}
