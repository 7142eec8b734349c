import type { ReactNode } from 'react';

type KeyCapProps = { readonly children: ReactNode };

export function KeyCap({ children }: KeyCapProps) {
  return <kbd className="key">{children}</kbd>;
}
