import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';
import * as refused from '../problems/payout-account.ts';
import * as schemas from '../schemas/payout-account.ts';

const deciding = staff('district', 'finance-checker');
const changes = async () => import('../functions/payout-account/change-payout-account.ts');
const oneOfThem = { status: 200, schema: schemas.payoutAccountReply };

/** 收款账户: where payees with accounts of their own are paid. */
export const payoutAccountRoutes: readonly Route<PaymentsDeps>[] = [
  route({
    method: 'POST',
    path: '/payments/payout-accounts',
    summary: 'Propose the account at which a payee is paid; another person puts it in force',
    may: [staff('district', 'finance')],
    body: schemas.payoutAccountBody,
    reply: { status: 201, schema: schemas.payoutAccountReply },
    run: onDemand(async () => (await changes()).proposePayoutAccount),
  }),
  route({
    method: 'GET',
    path: '/payments/payout-accounts',
    summary: 'List the accounts that are in force, or stand otherwise, by their last digits',
    may: [staff('district', 'finance', 'finance-checker', 'treasurer')],
    query: schemas.payoutAccountsQuery,
    reply: { status: 200, schema: schemas.payoutAccountPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/payout-account/list-payout-accounts.ts')).listPayoutAccounts),
  }),
  route({
    method: 'POST',
    path: '/payments/payout-accounts/{id}/approve',
    summary: 'Put an account in force, its number typed a second time; somebody else than who proposed it',
    may: [deciding],
    body: schemas.approvePayoutAccountBody,
    needsVersion: true,
    reply: oneOfThem,
    refusals: [refused.payoutAccountMoved, refused.ownPayoutAccount, refused.accountNumberDiffers],
    run: onDemand(async () => (await changes()).approvePayoutAccount),
  }),
  route({
    method: 'POST',
    path: '/payments/payout-accounts/{id}/reject',
    summary: 'Reject an account that was proposed, and why',
    may: [deciding],
    body: schemas.rejectPayoutAccountBody,
    needsVersion: true,
    reply: oneOfThem,
    refusals: [refused.payoutAccountMoved, refused.ownPayoutAccount],
    run: onDemand(async () => (await changes()).rejectPayoutAccount),
  }),
];
