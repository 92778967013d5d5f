import { applicationOf } from '../../services/intake/cases.fake.ts';
import type { Application } from '../../services/intake/domain/case/application.ts';
import { acted } from '../../services/intake/reply.ts';
import type { Scope } from '#shared/access';
import { id } from './examples/case.ts';
import { trackingExamples } from './examples/tracking.ts';

/** What an act leaves of a case, and who has done it: what he may do next, the graph says. */
interface Done {
  after: Partial<Application> & Pick<Application, 'state' | 'version'>;
  by: Scope['capacities'][number];
}

const at = new Date('2026-08-05T02:00:00Z');
const sub = 'demo-approver-amr';
const { number } = trackingExamples.Tracked;
const opened = { n: 1, department: 'amr', mode: 'serial', state: 'open', openedAt: at } as const;
const opinion = { verdict: 'agree', text: '书面审查合格。', by: sub, at } as const;
const defects = [{ material: 'premises-layout', what: '平面图未标明食品处理区。', mend: '重新绘制。' }];
const notice = { at, by: sub, days: 20, defects, fault: false };

type Case = Partial<Application> & Pick<Application, 'state'>;
const draft: Case = { state: 'draft', number: undefined };
const received: Case = { state: 'submitted', submittedAt: at };
const accepted: Case = { ...received, state: 'accepted', acceptedAt: at, tasks: [opened] };
const claimed: Case = { ...accepted, tasks: [{ ...opened, assignee: sub }] };
const ended: Case = { ...accepted, state: 'decided', decidedAt: at, tasks: [] };
/** Another case, opened upon one that was decided. */
const other = '7c1f4b92-5d3e-4a86-9f07-e2b8d6a3c150';

/** Each act by the last part of its path, in the course of one case or of one like it. */
const acts: Record<string, Done> = {
  '': { by: 'applicant', after: { ...draft, version: 1 } },
  '{id}': { by: 'applicant', after: { ...draft, version: 2 } },
  'move-to-successor': { by: 'applicant', after: { ...draft, version: 3 } },
  submit: { by: 'applicant', after: { ...received, version: 3 } },
  'request-correction': {
    by: 'window',
    after: { ...received, state: 'correcting', version: 4, corrections: [notice] },
  },
  'extend-correction': {
    by: 'window',
    after: { ...received, state: 'correcting', version: 5, corrections: [{ ...notice, extraDays: 10 }] },
  },
  resubmit: {
    by: 'applicant',
    after: { ...received, version: 6, corrections: [{ ...notice, answeredAt: at }] },
  },
  'propose-refusal': { by: 'window', after: { ...received, state: 'refusal-proposed', version: 4 } },
  'approve-refusal': {
    by: 'head',
    after: { ...received, state: 'decided', version: 5, outcome: 'not-accepted', decidedAt: at },
  },
  'overturn-refusal': { by: 'head', after: { ...received, version: 5 } },
  signpost: { by: 'window', after: { ...received, state: 'refusal-proposed', version: 4 } },
  'signpost-agreed': {
    by: 'window',
    after: { ...received, state: 'decided', version: 4, outcome: 'not-accepted', decidedAt: at },
  },
  accept: { by: 'approver', after: { ...accepted, version: 4 } },
  'settle-tolerance': { by: 'approver', after: { ...accepted, version: 5 } },
  'tasks/{n}/claim': { by: 'approver', after: { ...claimed, version: 5 } },
  'tasks/{n}/release': { by: 'approver', after: { ...accepted, version: 6 } },
  'tasks/{n}/transfer': {
    by: 'approver',
    after: { ...accepted, version: 6, tasks: [{ ...opened, assignee: 'demo-approver-2' }] },
  },
  'tasks/{n}/recuse': { by: 'approver', after: { ...accepted, version: 6, recused: [sub] } },
  recuse: { by: 'approver', after: { ...accepted, version: 6, recused: [sub] } },
  'tasks/{n}/opinion': {
    by: 'approver',
    after: { ...accepted, version: 6, tasks: [{ ...opened, state: 'done', opinion }] },
  },
  suspend: {
    by: 'approver',
    after: { ...claimed, state: 'suspended', version: 6, pauses: [{ kind: 'expert-review', from: at, why: '-' }] },
  },
  resume: {
    by: 'approver',
    after: { ...claimed, version: 7, pauses: [{ kind: 'expert-review', from: at, until: at, why: '-' }] },
  },
  'request-supplement': {
    by: 'approver',
    after: { ...claimed, state: 'supplementing', version: 6, pauses: [{ kind: 'supplement', from: at, why: '-' }] },
  },
  extend: { by: 'head', after: { ...claimed, version: 6, extension: { days: 5, at, why: '-' } } },
  decide: { by: 'approver', after: { ...ended, version: 7, outcome: 'granted' } },
  forward: { by: 'approver', after: { ...ended, version: 6, outcome: 'forwarded' } },
  'propose-void': {
    by: 'approver',
    after: { ...claimed, version: 6, voiding: { by: sub, byParty: 'p_approver', at, ground: 'clerical', why: '-' } },
  },
  void: { by: 'head', after: { ...ended, version: 7, outcome: 'void' } },
  withdraw: { by: 'applicant', after: { ...received, state: 'withdrawn', version: 4, outcome: 'withdrawn' } },
  correct: {
    by: 'applicant',
    after: { ...received, id: other, version: 1, follows: { caseId: id, as: 'correct', by: 'applicant', why: '-' } },
  },
  review: {
    by: 'applicant',
    after: { ...received, id: other, version: 1, follows: { caseId: id, as: 'review', by: 'applicant', why: '-' } },
  },
  revoke: {
    by: 'head',
    after: {
      ...accepted,
      id: other,
      version: 1,
      follows: { caseId: id, as: 'revoke', by: 'office', why: '-', ground: 'deception' },
    },
  },
  sanction: {
    by: 'head',
    after: {
      ...accepted,
      id: other,
      version: 1,
      follows: { caseId: id, as: 'sanction', by: 'office', why: '-', sanction: 'suspend' },
    },
  },
};

/** What such an act answers; undefined for a path of no case. The act of a path is what follows the id. */
export function caseActReply(path: string): unknown {
  const [, act] = /^\/intake\/applications\/?(?:\{id\}\/)?(.*)$/.exec(path) ?? [];
  const done = act === undefined ? undefined : acts[act];
  if (!done) return undefined;
  const { by, after } = done;
  const found = applicationOf({ id, number, ...after });
  const actor = { sub, partyId: 'p_approver', kind: 'staff' as const, assurance: 3, orgs: [], posts: [] };
  return acted(found, { actor, capacities: [by], parties: [], departments: 'any', office: 'gulou/amr' }).body;
}
