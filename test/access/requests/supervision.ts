import { staffActor } from '../../support/actors.ts';
import { plain, type Asking } from '../asking.ts';
import type { Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const body = { text: '已核实，系窗口误判。' };
const head = staffActor('head', { department: 'amr' }, 'the-head');

/** The finding that a head's overturning of a proposed refusal raises; its id says which act of which case. */
const found = async ({ ask, caseIn }: Hall, desk: Desk): Promise<string> => {
  const id = await caseIn('refusal-proposed', desk);
  const path = `/intake/applications/${id}/overturn-refusal`;
  const { body: reply } = await ask({ method: 'POST', path, body: { opinion: '应予受理' }, actor: head });
  return `${id}-${Number(reply['version'])}-refusal-overturned`;
};
const answered = async (hall: Hall, desk: Desk): Promise<string> => {
  const id = await found(hall, desk);
  await hall.ask({ method: 'POST', path: `/intake/supervision/findings/${id}/answer`, body, actor: head });
  return id;
};

export const supervisionAskings: Record<string, Asking> = {
  'GET /intake/supervision/summary': {
    request: () => ({ query: { from: '2026-08-01', to: '2026-08-31', by: 'item' } }),
  },
  'GET /intake/supervision/overdue': { request: () => ({ query: { department: 'amr' } }) },
  'GET /intake/supervision/warnings': { request: () => ({ query: { department: 'amr' } }) },
  'GET /intake/supervision/lights': { request: plain },
  'PUT /intake/supervision/lights': { request: () => ({ body: { yellowFrom: 0.8 }, headers: { 'If-Match': '"0"' } }) },
  'GET /intake/supervision/{kind}/{id}/chain': { state: 'submitted', names: { kind: 'applications' }, request: plain },
  'POST /intake/supervision/applications/{id}/reports': {
    state: 'submitted',
    request: () => ({ body: { rule: 'demand-off-list', about: '无犯罪记录证明', text: '清单外' } }),
  },
  'GET /intake/supervision/findings': { request: () => ({ query: { department: 'amr' } }) },
  'GET /intake/supervision/findings/{id}': { prepare: found, request: () => ({}) },
  'POST /intake/supervision/findings/{id}/answer': { prepare: found, request: () => ({ body }) },
  'POST /intake/supervision/findings/{id}/return': { prepare: answered, request: () => ({ body }) },
  'POST /intake/supervision/findings/{id}/close': { prepare: answered, request: () => ({ body }) },
};
