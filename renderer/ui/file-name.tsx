import { displayName } from '../../shared/display-name.ts';

type FileNameProps = { readonly name: string; readonly className?: string };

/** A file name: invisible characters shown, and set by its own direction whatever stands around it. */
export function FileName({ name, className }: FileNameProps) {
  return (
    <bdi dir="auto" className={className}>
      {displayName(name)}
    </bdi>
  );
}
