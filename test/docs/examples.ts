const id = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';

/** An example for each schema of the API, by the schema's id; a test reads each by its schema. */
export const examples: Record<string, unknown> = {
  ApplicationInput: { itemKey: 'food-business-licence', form: { businessName: '示例餐饮店' }, channel: 'online' },
  DraftInput: { form: { businessName: '示例餐饮店' } },
  NoInput: {},
  WithdrawInput: { reason: '经营场所变更，重新申请。' },
  DecideInput: { outcome: 'granted', opinion: '符合法定条件，准予许可。' },
  ActReply: { id, status: 'submitted', version: 2, actions: ['withdraw'] },
  CataloguePublished: { version: 4, items: 120, changed: 3 },
};
