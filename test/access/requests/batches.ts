import { seen, type Asking } from '../asking.ts';
import type { BatchStand } from '../batches.ts';
import type { Hall } from '../hall.ts';

const standing =
  (stand: BatchStand) =>
  ({ batch }: Hall): Promise<string> =>
    batch(stand);
const rows = [{ to: { partyId: 'p_somebody' }, values: { number: 'A1B2C3D4', day: '2026-08-03' } }];
const ofGulou: Asking['request'] = () => ({ query: { district: 'gulou' } });
const noBody: Asking['request'] = () => ({ body: {} });

export const batchAskings: Record<string, Asking> = {
  'GET /notifications/batches': { request: ofGulou },
  'POST /notifications/batches': {
    request: () => ({ body: { district: 'gulou', title: '通知', template: 'submitted', rows } }),
  },
  'GET /notifications/batches/{id}/progress': { prepare: standing('to-approve'), request: () => ({}) },
  'GET /notifications/batches/{id}/faults': { prepare: standing('invalid'), request: () => ({}) },
  'POST /notifications/batches/{id}/confirm': { prepare: standing('awaiting-file'), request: noBody },
  'POST /notifications/batches/{id}/approve': { prepare: standing('to-approve'), request: seen(3) },
  'POST /notifications/batches/{id}/pause': { prepare: standing('scheduled'), request: seen(4) },
  'POST /notifications/batches/{id}/resume': { prepare: standing('paused'), request: seen(5) },
  'POST /notifications/batches/{id}/cancel': { prepare: standing('to-approve'), request: seen(3) },
};
