import type { LucideIcon } from 'lucide-react';

type IconProps = {
  readonly of: LucideIcon;
  /** 14 px instead of 16. */
  readonly small?: boolean;
  readonly full?: boolean;
  /** Mirrored where the text runs right to left: arrows and chevrons only. */
  readonly flip?: boolean;
  readonly className?: string;
};

/** An icon is never alone: the control or the word beside it carries the name. */
export function Icon({ of: Shape, small = false, full = false, flip = false, className = '' }: IconProps) {
  const classes = ['icon', small ? 's' : '', full ? 'full' : '', flip ? 'flip' : '', className].join(' ');
  return <Shape size={small ? 14 : 16} strokeWidth={1.5} aria-hidden className={classes} />;
}
