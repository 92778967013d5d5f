import { deskEntry, type Asking } from '../asking.ts';

const asked = (body: object): Asking => ({
  state: 'decided',
  request: (_, actor) => ({ body: { ...body, ...deskEntry(actor) } }),
});

export const followUpAskings: Record<string, Asking> = {
  'POST /intake/applications/{id}/correct': asked({ why: '许可证上名称有误。' }),
  'POST /intake/applications/{id}/revoke': asked({ ground: 'not-qualified', why: '不具备申请资格。' }),
  'POST /intake/applications/{id}/sanction': asked({ act: 'suspend', why: '多次超范围经营。' }),
  'POST /intake/applications/{id}/review': asked({ why: '认为附加条件不当。' }),
};
