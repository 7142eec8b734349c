import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon } from './icon.tsx';

type IconButtonProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  /** As printed on keys ("Ctrl Z"); shown in the tooltip. */
  readonly keyLabel?: string | undefined;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** For a button that is on or off. */
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly full?: boolean;
  readonly flip?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, name, keyLabel, onPress, className = '', ...rest }: IconButtonProps) {
  const { isDisabled = false, isPressed, isExpanded, full = false, flip = false, ref } = rest;
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <Button
        {...(ref === undefined ? {} : { ref })}
        className={`ib ${className}`}
        aria-label={name}
        isDisabled={isDisabled}
        onPress={onPress}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      >
        <Icon of={icon} full={full} flip={flip} />
      </Button>
      <Tooltip className="tip" offset={6}>
        {name}
        {keyLabel !== undefined && <span className="tip-key">{keyLabel}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
}
