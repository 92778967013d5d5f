import { staffActor } from '../../support/actors.ts';
import type { Asking } from '../asking.ts';
import type { Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const lines = [{ code: 'road-repair', quantity: 12.5 }];
const assessment = { lines, evidence: '测量报告 2026-17' };
const relief = { wish: { kind: 'waive', code: 'road-repair' }, basis: '榕政〔2026〕1号' };

/** An accepted case whose fee is assessed, and for which an approver has proposed a relief. */
const proposed = async ({ ask, caseIn }: Hall, desk: Desk): Promise<string> => {
  const id = await caseIn('accepted', desk);
  const actor = staffActor('approver', { department: 'amr' }, 'the-approver');
  const headers = { 'If-Match': '"0"' };
  for (const [act, body] of [
    ['assess', assessment],
    ['reliefs', relief],
  ] as const) {
    const done = await ask({ method: 'POST', path: `/intake/applications/${id}/fees/${act}`, body, actor, headers });
    if (done.status >= 300) throw new Error(`${act}: ${JSON.stringify(done)}`);
  }
  return id;
};

const checking = (act: string): [string, Asking] => [
  `POST /intake/applications/{id}/fees/reliefs/{n}/${act}`,
  { prepare: proposed, path: `fees/reliefs/1/${act}`, request: () => ({ body: { opinion: '情况属实。' } }) },
];

export const feeAskings: Record<string, Asking> = {
  'GET /intake/applications/{id}/fees': { state: 'accepted', request: () => ({}) },
  'GET /intake/fees/overdue': { request: () => ({ query: { department: 'amr' } }) },
  'POST /intake/applications/{id}/fees/assess': {
    state: 'accepted',
    request: () => ({ body: assessment, headers: { 'If-Match': '"0"' } }),
  },
  'POST /intake/applications/{id}/fees/reliefs': { prepare: proposed, request: () => ({ body: relief }) },
  ...Object.fromEntries([checking('approve'), checking('reject')]),
};
