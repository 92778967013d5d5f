import * as z from 'zod';
import { examples } from '../docs/examples.ts';

const { departments, items } = z
  .looseObject({ departments: z.array(z.unknown()), items: z.array(z.looseObject({ key: z.string() })) })
  .parse(examples['Catalogue']);
const operatorName = { type: 'string', title: '经营者名称', 'x-title-en': 'Operator', 'x-same-as': 'company.name' };
const form = {
  type: 'object',
  properties: { operatorName },
  'x-steps': [{ title: '经营者', titleEn: 'Operator', fields: ['operatorName'] }],
};
const deferrable = (materials: unknown) =>
  z
    .array(z.looseObject({}))
    .parse(materials)
    .map((one) => ({ ...one, must: 'deferrable', restsOn: 'item' }));
const implementing = '11350102003632000X44000131001001';
const codes = {
  base: '000131001001',
  implementing: { gulou: implementing.slice(-31), fuzhou: implementing.slice(-31) },
};
const second = `${implementing.slice(-31, -1)}2`;
/** What an applicant may promise in place of a proof. */
const commitment = {
  text: '承诺场所符合条件。',
  basis: '国办发〔2020〕42号',
  covers: ['premises-layout'],
  checkWithin: 30,
};
/** 办件编号 of the first case that is handed in to a hall. */
export const firstNumber = `${implementing.slice(-31)}202608030001`;

/** A small catalogue whose one item can be applied for. */
export const catalogue = {
  departments: [...departments, { key: 'health', name: '卫生健康局', nameEn: 'Health' }],
  items: items.flatMap((item) => [
    {
      ...item,
      audience: ['1', '2'],
      codes,
      form,
      commitment,
      approvingBody: 'health',
      supervisingBody: 'amr',
      special: ['hearing'],
      materials: deferrable(item['materials']),
    },
    {
      ...item,
      key: 'reviewed-item',
      codes: { base: '000131001002', implementing: { gulou: second, fuzhou: second } },
      audience: ['1', '2'],
      form,
      steps: [{ department: 'amr', mode: 'serial' }],
    },
  ]),
  bundles: [
    {
      key: 'two-items',
      name: '两项一次办',
      nameEn: 'Two items at once',
      parts: [
        { item: 'food-business-licence', needs: [] },
        { item: 'reviewed-item', needs: ['food-business-licence'] },
      ],
    },
  ],
};
