import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Corrections, SplitView } from '../../shared/split.ts';
import { Icon } from '../ui/icon.tsx';
import { encodings, findEncoding, nameEncoding } from './encodings.ts';

type EncodingSelectProps = {
  readonly view: SplitView;
  readonly onChoose: (encoding: Corrections['encoding']) => void;
};

/** The text and the articles show at once what the file gives in another encoding. */
export function EncodingSelect({ view, onChoose }: EncodingSelectProps) {
  const { encoding } = view.corrections;
  const options = [
    { id: asFound, name: encoding === null ? `${nameEncoding(view.encoding)}, as found` : 'As found' },
    ...encodings.map((each) => ({ id: each, name: nameEncoding(each) })),
  ];
  return (
    <Select
      className="bench-encoding"
      value={encoding ?? asFound}
      onChange={(key) => {
        if (key !== null) onChoose(findEncoding(String(key)));
      }}
    >
      <Label className="bench-label">Encoding</Label>
      <Button className="button">
        <SelectValue className="cut" />
        <Icon of={ChevronDown} small />
      </Button>
      <Popover className="pop encoding-pop" placement="bottom start" offset={4}>
        <ListBox items={options} className="scroll">
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className="opt">
              {({ isSelected }) => (
                <>
                  {name}
                  <span className="end">{isSelected && <Icon of={Check} small />}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

const asFound = 'as-found';
