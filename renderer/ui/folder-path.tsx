import { displayName } from '../../shared/display-name.ts';
import './folder-path.css';

type FolderPathProps = { readonly path: string };

/** A path to read and to copy. Paths run left to right whatever their names are written in. */
export function FolderPath({ path }: FolderPathProps) {
  return (
    <bdi dir="ltr" className="folder-path">
      {displayName(path)}
    </bdi>
  );
}
