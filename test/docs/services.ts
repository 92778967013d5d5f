import type * as z from 'zod';
import type { Route } from '#shared/route';
import { routes as agency } from '../../services/agency/api.ts';
import { routes as intake } from '../../services/intake/api.ts';
import { routes as materials } from '../../services/materials/api.ts';
import { routes as payments } from '../../services/payments/api.ts';
import { routes as notifications } from '../../services/notifications/api.ts';

type TableRoute = Omit<Route<never>, 'bind'>;

/** A route as the documents see it: all but what it runs, with its schemas at hand. */
export interface DocumentedRoute extends Omit<TableRoute, 'query' | 'body' | 'reply'> {
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  reply: { status: number; schema: z.ZodType; type: 'text/html' | 'text/plain' | 'text/csv' | undefined; csv: boolean };
}

export interface DocumentedService {
  name: string;
  title: string;
  description: string;
  routes: readonly DocumentedRoute[];
}

/** Every service with a route table; a new service is added here, and a test finds one that is missing. */
export const services: readonly DocumentedService[] = [
  {
    name: 'intake',
    title: 'Intake 收件',
    description:
      'The items a set offers and the cases applied for: draft, submission, acceptance, decision. Runs in every set; post to the set that owns the item.',
    routes: intake.map(documented),
  },
  {
    name: 'materials',
    title: 'Materials 材料',
    description:
      'One library of documents per person and company, used by the cases of all districts. Files go straight to and from the bucket, by signed addresses. Runs in the city set only.',
    routes: materials.map(documented),
  },
  {
    name: 'payments',
    title: 'Payments 缴费',
    description:
      'What people owe, orders that pay many bills with one click, the charge list and the ledger. Runs in the city set only.',
    routes: payments.map(documented),
  },
  {
    name: 'notifications',
    title: 'Notifications 通知',
    description:
      'What people and posts are told, in their inbox and by notices, one by one or in batches. Runs in the city set only.',
    routes: notifications.map(documented),
  },
  {
    name: 'agency',
    title: 'Agency 代办',
    description:
      'Investment projects and their plans: what each needs, what can start, when it will be done. Runs in every set; post to the set in which the project stands.',
    routes: agency.map(documented),
  },
];

function documented({ query, body, reply, ...route }: TableRoute): DocumentedRoute {
  return {
    ...route,
    query: query?.(),
    body: body?.(),
    reply: { status: reply.status, schema: reply.schema(), type: reply.type, csv: reply.csv === true },
  };
}
