import { displayName } from '../../shared/display-name.ts';
import { formatNumber } from './format.ts';

type FileNameProps = {
  readonly name: string;
  /** Number of the part, of a file that is too large to be read at once. */
  readonly part?: number | undefined;
  readonly className?: string;
};

/** A file name: invisible characters shown, and set by its own direction whatever stands around it. */
export function FileName({ name, part, className }: FileNameProps) {
  const shown = (
    <bdi dir="auto" className={className}>
      {displayName(name)}
    </bdi>
  );
  return part === undefined ? (
    shown
  ) : (
    <>
      {shown} <span className="num">part {formatNumber(part)}</span>
    </>
  );
}
