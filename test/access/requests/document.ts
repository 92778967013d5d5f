import { plain, type Asking } from '../asking.ts';
import type { Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const receipt = async (hall: Hall, desk: Desk): Promise<string> => {
  const id = await hall.caseIn('submitted', desk);
  await hall.receiptOf(id);
  return id;
};

export const documentAskings: Record<string, Asking> = {
  'GET /intake/applications/{id}/documents': { prepare: receipt, request: plain },
  'GET /intake/applications/{id}/served': { prepare: receipt, path: 'served', request: plain },
  'GET /intake/applications/{id}/documents/{document}': {
    prepare: receipt,
    path: 'documents/2-receipt',
    request: () => ({ query: { reason: '核对材料' } }),
  },
  'GET /intake/public/verify': { request: plain },
  'POST /intake/public/documents/verify': { request: () => ({ body: { content: 'JVBERi0xLjc=' } }) },
};
