import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { deciding, heads, reading, supervisors } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { commitmentWrongState } from '../problems/commitment.ts';
import * as schemas from '../schemas/commitment.ts';
import * as replies from '../schemas/commitment-reply.ts';

const below = '/intake/applications/{id}/commitment';
/** What every act on a check answers, and why it may be refused. */
const checking = {
  reply: { status: 200, schema: replies.checkReply },
  refusals: [commitmentWrongState, caseProblems['own-case'], caseProblems.recused, caseProblems['not-your-department']],
};
/** 告知承诺: what the applicant committed himself to, and whether he kept it. */
export const commitmentRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: below,
    summary: 'Read the commitment of a case, and what became of it',
    may: reading,
    reply: { status: 200, schema: replies.commitmentReply },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/commitment/commitments.ts')).showCommitment),
    ),
  }),
  route({
    method: 'POST',
    path: `${below}/keep`,
    summary: 'Record that a check found a commitment kept',
    may: [deciding],
    body: schemas.checkBody,
    ...checking,
    run: onDemand(async () => (await import('../functions/commitment/commitments.ts')).keepCommitment),
  }),
  route({
    method: 'POST',
    path: `${below}/order`,
    summary: 'Order what a check found wrong to be mended by a day (责令整改)',
    may: [deciding],
    body: schemas.orderBody,
    ...checking,
    run: onDemand(async () => (await import('../functions/commitment/commitments.ts')).orderCommitment),
  }),
  route({
    method: 'POST',
    path: `${below}/break`,
    summary: 'Record that a commitment was not kept: a case opens to revoke, and the party is barred until it repairs',
    may: [heads],
    body: schemas.checkBody,
    ...checking,
    run: onDemand(async () => (await import('../functions/commitment/commitments.ts')).breakCommitment),
  }),
  route({
    method: 'POST',
    path: `${below}/repair`,
    summary: 'Record that a broken commitment was repaired (信用修复)',
    may: [heads],
    body: schemas.checkBody,
    ...checking,
    refusals: [...checking.refusals, caseProblems['same-person']],
    run: onDemand(async () => (await import('../functions/commitment/commitments.ts')).repairCommitment),
  }),
  route({
    method: 'GET',
    path: '/intake/commitments',
    summary: "A department's commitments by state, by the day on which they are to be checked",
    may: [staff('department', 'approver', 'head'), supervisors],
    query: schemas.commitmentsQuery,
    reply: { status: 200, schema: replies.checkPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/commitment/commitments.ts')).listCommitments),
  }),
];
