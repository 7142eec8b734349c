import type { ReactNode } from 'react';

type SettingProps = {
  readonly label: string;
  /** A line below the label. */
  readonly line?: string;
  readonly children: ReactNode;
};

/** One ruled line of a settings page: what it is, and beside it what it is set to. */
export function Setting({ label, line, children }: SettingProps) {
  return (
    <section className="setting" aria-label={label}>
      <div>
        <h2>{label}</h2>
        {line !== undefined && <p className="muted small">{line}</p>}
      </div>
      <div className="set-to">{children}</div>
    </section>
  );
}
