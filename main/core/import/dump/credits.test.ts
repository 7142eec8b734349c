import { expect, test } from 'vitest';
import { splitCredit } from './credits.ts';

test.each([
  ['archive - AFP', 'AFP', 'archive'],
  ['AFP/File', 'AFP', 'file'],
  ['Photo: Mira Sand', 'Mira Sand', null],
  ['Photo by Mira Sand', 'Mira Sand', null],
  ['Fotoğraf: AA', 'AA', null],
  ['Arşiv - DHA', 'DHA', 'archive'],
  ['fot. Urząd Gminy', 'Urząd Gminy', null],
  ['צילום: רויטרס', 'רויטרס', null],
  ['写真：共同通信', '共同通信', null],
  ['写真：中野動物公園提供', '中野動物公園', 'handout'],
  ['新华社记者 王强 摄', '新华社记者 王强', null],
  ['사진=연합뉴스', '연합뉴스', null],
  ['자료사진=뉴시스', '뉴시스', 'file'],
  ['फाइल फोटो', null, 'file'],
  ['Photonews', 'Photonews', null],
])('%s is the credit %s, %s', (inside, credit, qualifier) => {
  expect(splitCredit(inside)).toEqual({ credit, qualifier });
});
