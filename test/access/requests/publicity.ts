import { applicantActor, staffActor } from '../../support/actors.ts';
import { plain, type Asking } from '../asking.ts';
import type { Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const approver = staffActor('approver', { department: 'amr' }, 'the-approver');
const department = { query: { department: 'amr' } };
const decided = ({ caseIn }: Hall, desk: Desk) => caseIn('decided', desk);

/** The entry of a licence that an approver has published. */
const published = async (hall: Hall, desk: Desk): Promise<string> => {
  const id = await decided(hall, desk);
  const { status } = await hall.ask({
    method: 'POST',
    path: `/intake/publicity/${id}/publish`,
    body: {},
    actor: approver,
  });
  if (status !== 200) throw new Error(`publish: ${status}`);
  return id;
};
/** An objection of somebody else to it. */
const objected = async (hall: Hall, desk: Desk): Promise<string> => {
  const id = await published(hall, desk);
  const path = `/intake/publicity/${id}/objections`;
  const { body } = await hall.ask({
    method: 'POST',
    path,
    body: { text: '名称有误' },
    actor: applicantActor('objector'),
  });
  return `${id}/objections/${String(body['objection'])}`;
};
const confirmed = async (hall: Hall, desk: Desk): Promise<string> => {
  const id = await decided(hall, desk);
  await hall.ask({ method: 'POST', path: `/intake/pushes/${id}/receipt`, body: {}, actor: approver });
  return id;
};

export const publicityAskings: Record<string, Asking> = {
  'GET /intake/public/publicity': { request: plain },
  'GET /intake/publicity': { request: () => department },
  'GET /intake/publicity/{id}': { prepare: published, request: plain },
  'POST /intake/publicity/{id}/publish': { prepare: decided, request: () => ({ body: {} }) },
  'POST /intake/publicity/{id}/withdraw': { prepare: published, request: () => ({ body: { reason: '涉密' } }) },
  'POST /intake/publicity/{id}/objections': { prepare: published, request: () => ({ body: { text: '名称有误' } }) },
  'POST /intake/publicity/{id}/objections/{objection}/answer': {
    prepare: objected,
    path: 'answer',
    request: () => ({ body: { outcome: 'rejected', text: '一致' } }),
  },
  'GET /intake/pushes': { request: () => department },
  'POST /intake/pushes/{id}/receipt': { prepare: decided, request: () => ({ body: {} }) },
  'POST /intake/pushes/{id}/report': {
    prepare: confirmed,
    request: () => ({ body: { text: '已纳入监管', conforms: true } }),
  },
};
