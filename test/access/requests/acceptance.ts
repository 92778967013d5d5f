import { entryAt } from '../../support/entries.ts';
import { deskEntry, type Asking } from '../asking.ts';

const defects = [{ pointer: '/operatorName', what: '名称不符', mend: '与营业执照一致' }];
const asked = (state: NonNullable<Asking['state']>, body: object): Asking => ({ state, request: () => ({ body }) });

export const acceptanceAskings: Record<string, Asking> = {
  'POST /intake/applications/{id}/accept': asked('submitted', {}),
  'POST /intake/applications/{id}/request-correction': asked('submitted', { defects }),
  'POST /intake/applications/{id}/extend-correction': asked('correcting', { days: 5, reason: '材料在外地' }),
  'POST /intake/applications/{id}/resubmit': {
    state: 'correcting',
    request: (_, actor) => ({
      body: { changes: [{ pointer: '/operatorName', value: '示例餐饮公司' }], ...deskEntry(actor) },
    }),
  },
  'POST /intake/applications/{id}/propose-refusal': asked('submitted', { reasons: '不符', guidance: '先办执照' }),
  'POST /intake/applications/{id}/approve-refusal': asked('refusal-proposed', { opinion: '同意' }),
  'POST /intake/applications/{id}/overturn-refusal': asked('refusal-proposed', { opinion: '应予受理' }),
  'POST /intake/applications/{id}/signpost': asked('submitted', {
    office: { outside: '省药监局' },
    guidance: '请到省级窗口',
  }),
  'POST /intake/applications/{id}/signpost-agreed': asked('submitted', {
    office: { set: 'jinan', department: 'health' },
    guidance: '请到晋安区窗口',
    entry: entryAt.window,
  }),
  'POST /intake/applications/{id}/settle-tolerance': asked('tolerated', {
    came: [{ requirement: 'premises-layout', seen: { originals: 1, copies: 0 } }],
  }),
};
