import type { Asking } from '../asking.ts';

const result = '现场核查';
const asked = (act: string, body: object = { result }): [string, Asking] => [
  `POST /intake/applications/{id}/commitment/${act}`,
  { state: act === 'repair' ? 'broken' : 'committed', request: () => ({ body }) },
];

export const commitmentAskings: Record<string, Asking> = {
  'GET /intake/applications/{id}/commitment': { state: 'committed', request: () => ({}) },
  ...Object.fromEntries([asked('keep'), asked('order', { result, days: 10 }), asked('break'), asked('repair')]),
  'GET /intake/commitments': { request: () => ({ path: '/intake/commitments', query: { department: 'amr' } }) },
};
