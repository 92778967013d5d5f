import { plain, type Asking } from '../asking.ts';
import { catalogue } from '../hall.ts';

export const catalogueAskings: Record<string, Asking> = {
  'GET /intake/public/items': { request: plain },
  'GET /intake/public/items/{key}': { request: () => ({ path: '/intake/public/items/food-business-licence' }) },
  'POST /intake/catalogue': { request: () => ({ body: catalogue }) },
};
