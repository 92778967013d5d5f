import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import { tooLong } from '../problems/report.ts';
import * as ledger from '../schemas/ledger.ts';
import * as schemas from '../schemas/report.ts';

const may = [staff('district', 'finance', 'finance-checker', 'treasurer')];
const finance = [staff('district', 'finance', 'finance-checker')];
const trial = async () => import('../functions/ledger/read-ledger.ts');
const periods = async () => import('../functions/report/periods.ts');

/** 报表: JSON, or CSV by `?format=csv` or `Accept: text/csv`. */
export const reportRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'GET',
    path: '/payments/reports/daily',
    summary: 'Read what a day brought by channel and payee, and how its statements stand',
    may,
    query: schemas.dailyQuery,
    reply: { status: 200, schema: schemas.dailyReply, csv: true },
    run: onDemand(async () => (await import('../functions/report/daily.ts')).readDaily),
  }),
  route({
    method: 'GET',
    path: '/payments/reports/trial-balance',
    summary: 'Read the trial balance at the end of a day, or as it is now',
    may: finance,
    query: ledger.trialQuery,
    reply: { status: 200, schema: ledger.trialReply, csv: true },
    run: onDemand(async () => (await trial()).readTrialBalance),
  }),
  route({
    method: 'GET',
    path: '/payments/reports/account',
    summary: 'Read one account of the ledger on a day: what it held before, each entry, what it holds after',
    may: finance,
    query: ledger.accountQuery,
    reply: { status: 200, schema: ledger.accountReply },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/ledger/read-account.ts')).readAccount),
  }),
  route({
    method: 'GET',
    path: '/payments/reports/ageing',
    summary: 'Read what is open by age and owner: differences, and what stays on accounts',
    may,
    query: schemas.dailyQuery,
    reply: { status: 200, schema: schemas.ageingReply, csv: true },
    run: onDemand(async () => (await import('../functions/report/ageing.ts')).readAgeing),
  }),
  route({
    method: 'GET',
    path: '/payments/reports/refunds',
    summary: 'Read what went back day by day and by channel, of the last thirty days or others',
    may,
    query: schemas.fromToQuery,
    reply: { status: 200, schema: schemas.refundsReply, csv: true },
    refusals: [tooLong],
    run: onDemand(async () => (await periods()).readRefundsReport),
  }),
  route({
    method: 'GET',
    path: '/payments/reports/fees',
    summary: 'Read what channels have taken for their service in a month, by merchant',
    may,
    query: schemas.monthQuery,
    reply: { status: 200, schema: schemas.feesReply, csv: true },
    run: onDemand(async () => (await periods()).readFees),
  }),
  route({
    method: 'GET',
    path: '/payments/reports/months',
    summary: 'Read what each month of a year comes to, and their sum',
    may,
    query: schemas.yearQuery,
    reply: { status: 200, schema: schemas.monthsReply, csv: true },
    run: onDemand(async () => (await periods()).readMonths),
  }),
];
