import { Download, Upload } from 'lucide-react';
import { useRef } from 'react';
import { useApp } from '../state/app.ts';
import { canChange } from '../state/place.ts';
import { importProfiles, useProfiles } from '../state/profiles.ts';
import { Icon } from '../ui/icon.tsx';
import { ProfileRow } from './profile-row.tsx';
import { downloadProfiles } from './download-profiles.ts';
import { Setting } from './setting.tsx';

/** What was remembered of corrected files, for files like them. */
export function DumpProfiles() {
  const app = useApp();
  const { profiles, failure } = useProfiles();
  return (
    <>
      <p className="settings-lead muted">
        When you correct the split of a file and tick “Remember for files like this”, what you said of it is kept as a
        dump profile. The next file of that shape is read with it, and its report says so.
      </p>
      {failure !== null && <p className="muted">The dump profiles could not be asked for. {failure}</p>}
      {profiles?.length === 0 && <p className="setting">There are no dump profiles yet.</p>}
      {profiles !== undefined && profiles.length > 0 && (
        <ul aria-label="Dump profiles">
          {profiles.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} />
          ))}
        </ul>
      )}
      <Setting label="Hand on" line="To another library, or to someone else">
        <div className="acts">
          <Import isDisabled={!canChange(app)} />
          <button
            type="button"
            className="button"
            aria-disabled={profiles === undefined || profiles.length === 0}
            onClick={() => {
              if (profiles !== undefined && profiles.length > 0) void downloadProfiles(app, null);
            }}
          >
            <Icon of={Download} />
            Export all
          </button>
        </div>
      </Setting>
    </>
  );
}

type ImportProps = { readonly isDisabled: boolean };

function Import({ isDisabled }: ImportProps) {
  const app = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={isDisabled}
        onClick={() => {
          if (!isDisabled) input.current?.click();
        }}
      >
        <Icon of={Upload} />
        Import…
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File of dump profiles"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void importProfiles(app, file);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
