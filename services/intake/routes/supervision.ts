import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import { desks, heads, reviewing, supervisors, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { alreadyReported, findingWrongState, ownAnswer } from '../problems/supervision.ts';
import { chainKind } from '../domain/supervision/chain-kind.ts';
import * as schemas from '../schemas/supervision.ts';
import * as replies from '../schemas/supervision-replies.ts';

/** Findings are named by the act of the case that raised them, other records by UUIDs. */
const anyRecord = /^[0-9a-f-]{36}(-\d{1,6}-[a-z-]{1,30}(-[A-Za-z0-9_-]{16})?)?$/;
const finding = { id: /^[0-9a-f-]{36}-\d{1,6}-[a-z-]{1,30}(-[A-Za-z0-9_-]{16})?$/ };
const both = [supervisors, heads];

/** 监察: what goes wrong is found by rule, answered by a department and judged by a supervisor. */
export const supervisionRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/supervision/summary',
    summary:
      'Count what was accepted, decided and overdue, the days it took, and the four reductions (四减); in the city, of all sets',
    may: [supervisors],
    query: schemas.summaryQuery,
    reply: { status: 200, schema: replies.summaryReply },
    run: onDemand(async () => (await import('../functions/supervision/summarise.ts')).summarise),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/overdue',
    summary:
      'List running cases whose promised limit has passed, the longest overdue first; a head names one of his departments',
    may: both,
    query: schemas.overdueQuery,
    reply: { status: 200, schema: replies.overduePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/supervision/list-overdue.ts')).listOverdue),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/warnings',
    summary: 'List what the head of a department was told, or the supervisors where none is named; newest first',
    may: both,
    query: schemas.overdueQuery,
    reply: { status: 200, schema: replies.warningPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/supervision/list-overdue.ts')).listWarnings),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/lights',
    summary: 'Read from which part of a limit on this set shows it in yellow',
    may: both,
    reply: { status: 200, schema: replies.lights },
    run: onDemand(async () => (await import('../functions/supervision/set-lights.ts')).showLights),
  }),
  route({
    method: 'PUT',
    path: '/intake/supervision/lights',
    summary: 'Set from which part of a limit on this set shows it in yellow',
    may: [supervisors],
    needsVersion: true,
    body: schemas.lightsBody,
    reply: { status: 200, schema: replies.lights },
    run: onDemand(async () => (await import('../functions/supervision/set-lights.ts')).setLights),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/{kind}/{id}/chain',
    summary:
      'Check that neither a record nor any entry of its timeline was altered or taken away since its acts wrote them',
    may: [supervisors],
    params: { kind: new RegExp(`^(?:${chainKind.options.join('|')})$`), id: anyRecord },
    reply: { status: 200, schema: replies.chainReply },
    run: onDemand(async () => (await import('../functions/supervision/verify-chain.ts')).verifyChain),
  }),
  route({
    method: 'POST',
    path: '/intake/supervision/applications/{id}/reports',
    summary: 'Report what was demanded or charged off the list of an item (证明事项清单)',
    may: [window, desks, reviewing],
    body: schemas.reportBody,
    reply: { status: 201, schema: replies.findingActReply },
    refusals: [alreadyReported],
    run: onDemand(async () => (await import('../functions/supervision/report-demand.ts')).reportDemand),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/findings',
    summary: 'List findings by state: open ones by the end of their time; a head names one of his departments',
    may: both,
    query: schemas.findingsQuery,
    reply: { status: 200, schema: replies.findingPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/supervision/read-findings.ts')).listFindings),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/findings/{id}',
    summary: 'Read a finding with what was said of it',
    may: both,
    params: finding,
    reply: { status: 200, schema: replies.findingReply },
    run: onDemand(async () => (await import('../functions/supervision/read-findings.ts')).readFinding),
  }),
  route({
    method: 'POST',
    path: '/intake/supervision/findings/{id}/answer',
    summary: "Answer a finding as the department's head",
    may: [heads],
    params: finding,
    body: schemas.findingBody,
    reply: { status: 200, schema: replies.findingActReply },
    refusals: [findingWrongState],
    run: onDemand(async () => (await import('../functions/supervision/act-on-finding.ts')).answerFinding),
  }),
  route({
    method: 'POST',
    path: '/intake/supervision/findings/{id}/return',
    summary: 'Give an answered finding back: the department answers again, in a new time',
    may: [supervisors],
    params: finding,
    body: schemas.findingBody,
    reply: { status: 200, schema: replies.findingActReply },
    refusals: [findingWrongState, ownAnswer],
    run: onDemand(async () => (await import('../functions/supervision/act-on-finding.ts')).returnFinding),
  }),
  route({
    method: 'POST',
    path: '/intake/supervision/findings/{id}/close',
    summary: 'Close an answered finding with a conclusion',
    may: [supervisors],
    params: finding,
    body: schemas.findingBody,
    reply: { status: 200, schema: replies.findingActReply },
    refusals: [findingWrongState, ownAnswer],
    run: onDemand(async () => (await import('../functions/supervision/act-on-finding.ts')).closeFinding),
  }),
];
