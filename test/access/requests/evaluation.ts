import { coded } from '../../docs/examples/project.ts';
import { plain, type Asking } from '../asking.ts';
import { company, register } from './project.ts';

export const evaluationAskings: Record<string, Asking> = {
  'GET /agency/projects/{id}/stages/{n}/evaluations': {
    prepare: async (hall) => register(hall, { ...coded, investor: company }),
    names: { n: '3' },
    request: plain,
  },
};
