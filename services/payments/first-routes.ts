import { byAllIds } from '#shared/merged-parties';
import { billRoutes } from './routes/bill.ts';
import { orderRoutes } from './routes/order.ts';

/** What payers and channels ask all day: the routes that a start reads. The others are loaded with the first call of any. */
export const firstRoutes = [...orderRoutes, ...billRoutes].map(byAllIds);
