import { staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import {
  onlyInCity,
  mergeLive,
  mergeWrongState,
  ownProposal,
  ownParty,
  undoTooLate,
  partyFull,
} from '../problems/party.ts';
import * as schemas from '../schemas/party.ts';

const heads = staff('district', 'head');

/** 当事人: which ids are of one party. A clerk proposes, a head checks, in the city alone. */
export const partyRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'POST',
    path: '/intake/party-merges',
    summary: 'Propose that two documents are of one party (city only)',
    may: [window],
    body: schemas.mergeBody,
    reply: { status: 201, schema: schemas.mergeActReply },
    refusals: [onlyInCity, mergeLive, ownParty],
    run: onDemand(async () => (await import('../functions/party/propose-merge.ts')).proposeMerge),
  }),
  route({
    method: 'GET',
    path: '/intake/party-merges',
    summary: 'List merges by state, oldest first (city only)',
    may: [heads],
    query: schemas.mergesQuery,
    reply: { status: 200, schema: schemas.mergePage },
    refusals: [problems.invalidCursor, onlyInCity],
    run: onDemand(async () => (await import('../functions/party/read-merges.ts')).listMerges),
  }),
  route({
    method: 'GET',
    path: '/intake/party-merges/{id}',
    summary: 'Read a merge (city only)',
    may: [heads],
    reply: { status: 200, schema: schemas.mergeReply },
    refusals: [onlyInCity],
    run: onDemand(async () => (await import('../functions/party/read-merges.ts')).readMerge),
  }),
  route({
    method: 'POST',
    path: '/intake/party-merges/{id}/approve',
    summary: 'Approve a merge that another person proposed (city only)',
    may: [heads],
    body: noBody,
    reply: { status: 200, schema: schemas.mergeActReply },
    refusals: [onlyInCity, mergeWrongState, ownProposal, ownParty, partyFull],
    run: onDemand(async () => (await import('../functions/party/check-merge.ts')).approveMerge),
  }),
  route({
    method: 'POST',
    path: '/intake/party-merges/{id}/reject',
    summary: 'Reject a merge (city only)',
    may: [heads],
    body: schemas.mergeReasonBody,
    reply: { status: 200, schema: schemas.mergeActReply },
    refusals: [onlyInCity, mergeWrongState, ownProposal, ownParty],
    run: onDemand(async () => (await import('../functions/party/check-merge.ts')).rejectMerge),
  }),
  route({
    method: 'POST',
    path: '/intake/party-merges/{id}/undo',
    summary: 'Undo a merge within 30 days of its approval (city only)',
    may: [heads],
    body: schemas.mergeReasonBody,
    reply: { status: 200, schema: schemas.mergeActReply },
    refusals: [onlyInCity, mergeWrongState, ownParty, undoTooLate],
    run: onDemand(async () => (await import('../functions/party/check-merge.ts')).undoMerge),
  }),
];
