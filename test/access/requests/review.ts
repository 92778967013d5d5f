import { deskEntry, type Asking } from '../asking.ts';

const defects = [{ pointer: '/operatorName', what: '名称不符', mend: '与营业执照一致' }];
const asked = (state: NonNullable<Asking['state']>, body: object): Asking => ({ state, request: () => ({ body }) });
const onTask = (act: string, body: object): [string, Asking] => {
  const made = { state: 'in-review', path: `tasks/1/${act}`, request: () => ({ body }) } as const;
  return [`POST /intake/applications/{id}/tasks/{n}/${act}`, made];
};

export const reviewAskings: Record<string, Asking> = {
  ...Object.fromEntries([
    onTask('claim', {}),
    onTask('release', {}),
    onTask('transfer', { to: 'colleague', reason: '休假' }),
    onTask('recuse', { reason: '与申请人有亲属关系' }),
    onTask('opinion', { verdict: 'agree', opinion: '符合' }),
  ]),
  'POST /intake/applications/{id}/recuse': asked('submitted', { reason: '与申请人有亲属关系' }),
  'POST /intake/applications/{id}/suspend': asked('accepted', { kind: 'hearing', why: '听证' }),
  'POST /intake/applications/{id}/resume': asked('suspended', { result: '听证结束' }),
  'POST /intake/applications/{id}/request-supplement': asked('accepted', { defects, why: '现场发现' }),
  'POST /intake/applications/{id}/extend': asked('accepted', { days: 5, why: '情况复杂' }),
  'POST /intake/applications/{id}/decide': {
    state: 'accepted',
    request: () => ({ body: { outcome: 'granted', opinion: '同意' }, headers: { 'If-Match': '"3"' } }),
  },
  'POST /intake/applications/{id}/forward': asked('accepted', { itemKey: 'reviewed-item', why: '属另一部门权限' }),
  'POST /intake/applications/{id}/propose-void': asked('accepted', { ground: 'clerical', why: '误录' }),
  'POST /intake/applications/{id}/void': asked('submitted', { ground: 'clerical', why: '误录' }),
  'POST /intake/applications/{id}/withdraw': {
    state: 'submitted',
    request: (_, actor) => ({ body: { reason: '不再需要', ...deskEntry(actor) } }),
  },
};
