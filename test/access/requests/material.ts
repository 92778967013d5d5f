import { uuid } from '../../support/facts.ts';
import { deskEntry, plain, type Asking } from '../asking.ts';

const below = '/intake/applications/{id}/materials';
const layout = { requirement: 'premises-layout', materialId: uuid(1, 5), version: 1 };

export const materialAskings: Record<string, Asking> = {
  [`GET ${below}`]: { state: 'submitted', request: plain },
  [`POST ${below}`]: {
    state: 'submitted',
    request: (_, actor) => ({ body: { materials: [layout], ...deskEntry(actor) } }),
  },
  [`POST ${below}/{requirement}/see`]: {
    state: 'submitted',
    path: 'materials/premises-layout/see',
    request: () => ({ body: { originals: 1, copies: 0 } }),
  },
};
