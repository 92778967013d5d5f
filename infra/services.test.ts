import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { synthesise, textAt, valuesOf } from './synthesis.fake.ts';
import type { SynthesisedResource, SynthesisedStack } from './synthesis.fake.ts';

/** The keys that Gulou's site is told for its directory. */
function directory(from: SynthesisedStack[]) {
  const site = from
    .flatMap((stack) => stack.resources)
    .find((one) => one.stack === 'gulou-gateway' && valuesOf('DISTRICTS', one.properties).length > 0);
  return [...String(valuesOf('DISTRICTS', site)[0]).matchAll(/"key":"(\w+)"/g)].map(([, key]) => key);
}

const ownOnly = (set: string, ...types: string[]) => ({ 'detail-type': types, detail: { district: [set] } });
const ownDocuments = (set: string) =>
  ownOnly(set, 'intake.document-due.v1', 'intake.licence-decided.v1', 'intake.fee-assessed.v1');
const ownArchive = (set: string) => ownOnly(set, 'intake.archive-due.v1');

const due = (lane: string) => ({
  'detail-type': ['notifications.delivery-due.v1'],
  detail: { district: ['fuzhou'], data: { lane: [lane] } },
});

describe('the sets', () => {
  let resources: SynthesisedResource[];
  let stacks: SynthesisedStack[];
  let alone: SynthesisedStack[];
  const of = (stack: string, type: string) =>
    resources.filter((one) => one.stack === stack && one.type === `AWS::${type}`);

  beforeAll(async () => {
    stacks = await synthesise({ sets: 'fuzhou,gulou', region: 'ap-east-1', checked: false });
    alone = await synthesise({ sets: 'gulou', directory: 'fuzhou,gulou,jinan', region: 'ap-east-1', checked: false });
    resources = stacks.flatMap((stack) => stack.resources);
  }, 60_000);

  const patterns = (stack: string) =>
    of(stack, 'Events::Rule').flatMap(({ properties }) => properties['EventPattern'] ?? []);

  const variablesOf = (stack: string) =>
    Object.fromEntries(
      of(stack, 'Lambda::Function').map(({ properties }) => [
        textAt(properties, 'Description').split(' ')[0],
        Object.keys(valuesOf('Variables', properties)[0] ?? {}).toSorted(),
      ]),
    );

  it('give each function the variables it may know and no other', () => {
    const always = ['BANSHI_CITY', 'BANSHI_SET', 'POWERTOOLS_LOG_LEVEL', 'POWERTOOLS_SERVICE_NAME'];
    const sorted = (...names: string[]) => [...always, ...names].toSorted();
    expect({ ...variablesOf('fuzhou-intake'), ...variablesOf('fuzhou-gateway') }).toEqual({
      'intake.api': sorted('DISTRICTS', 'DOCUMENT_BUCKET', 'PARTY_KEY_SECRET_ARN', 'TABLE_NAME'),
      'intake.archive': sorted('DOCUMENT_BUCKET', 'TABLE_NAME'),
      'intake.consume': sorted('HAND_OVER_BUCKET', 'TABLE_NAME'),
      'intake.documents': sorted(
        ...'CITY_BASE DOCUMENT_BUCKET HAND_OVER_BUCKET SEAL_SECRET_ARN SET_NAME TABLE_NAME'.split(' '),
      ),
      'intake.publish': sorted('BUS_NAME', 'TABLE_NAME'),
      'intake.tick': sorted('TABLE_NAME'),
      'authorizer.authorizer': sorted(
        ...'PARTY_KEY_SECRET_ARN TOKEN_AUDIENCE TOKEN_ISSUER TOKEN_JWKS TOKEN_JWKS_URI'.split(' '),
      ),
      'site.site': sorted('DISTRICTS', 'SET_BASES'),
    });
  });

  it('bring the facts of cases to notifications and to the set itself, the submissions of the others to the city, its calendar and catalogue to them, those of parties to all', () => {
    const told = [
      'intake.application-submitted.v1 agency.authority-changed.v1 payments.bill-changed.v1',
      'intake.bundle-changed.v2 intake.calendar-published.v1 intake.case-changed.v2 intake.delivery-changed.v1',
      'materials.dispute-changed.v1 intake.draft-withdrawn.v1 intake.fee-assessed.v1',
      'intake.fee-cancelled.v1 materials.material-changed.v1 materials.material-expiring.v1',
      'intake.materials-unconfirmed.v1 intake.objection-answered.v1 intake.party-merged.v1',
      'payments.receipt-changed.v1 payments.refund-changed.v1 intake.refund-proposed.v1',
      'intake.stage-changed.v1 intake.supervision-reported.v1 agency.task-urged.v1 intake.warning-given.v1 agency.consultation-changed.v1 agency.problem-changed.v1 agency.guidance-given.v1 agency.task-changed.v1',
      'agency.drawing-review-changed.v1 agency.visit-changed.v1',
    ];
    expect(patterns('fuzhou-notifications')).toEqual([
      { 'detail-type': told.flatMap((line) => line.split(' ')) },
      ...['urgent', 'normal', 'bulk'].map(due),
      expect.objectContaining({ 'detail-type': ['notifications.batch-changed.v1'] }),
    ]);
    const ofAll = {
      'detail-type': [
        'agency.authority-changed.v1',
        'intake.case-changed.v2',
        'materials.case-materials-changed.v1',
        'intake.case-measured.v1',
        'materials.licence-changed.v1',
        'materials.dispute-changed.v1',
        'intake.party-merged.v1',
        'materials.prefill-known.v1',
        'payments.bill-changed.v1',
        'notifications.notice-proved.v1',
        'intake.visit-measured.v1',
        'intake.papers-measured.v1',
      ],
    };
    const ownFacts = [
      'intake.bundle-cases-due.v1 intake.bundle-case-ended.v1 intake.bundle-given-up.v1 intake.stage-case-due.v1',
      'agency.stage-planned.v1 intake.catalogue-published.v1 intake.delivery-changed.v1',
    ];
    const ofItself = { 'detail-type': ownFacts.flatMap((line) => line.split(' ')) };
    expect(patterns('fuzhou-intake')).toEqual([
      ofAll,
      { ...ofItself, detail: { district: ['fuzhou'] } },
      {
        'detail-type': ['intake.application-submitted.v1'],
        detail: { district: [{ 'anything-but': ['fuzhou'] }] },
      },
      ownDocuments('fuzhou'),
      ownArchive('fuzhou'),
    ]);
    const ofProjects = { data: { projectId: [{ exists: true }] } };
    expect(patterns('gulou-agency')).toContainEqual({
      'detail-type': ['intake.application-submitted.v1', 'intake.case-changed.v2', 'intake.stage-changed.v1'],
      detail: ofProjects,
    });
    expect(patterns('gulou-intake')).toEqual([
      ofAll,
      { ...ofItself, detail: { district: ['gulou'] } },
      {
        'detail-type': ['intake.calendar-published.v1', 'intake.catalogue-published.v1'],
        detail: { district: [{ 'anything-but': ['gulou'] }] },
      },
      ownDocuments('gulou'),
      ownArchive('gulou'),
    ]);
  });

  it('tell in every alarm which section of the runbook says what to do', async () => {
    const runbook = await readFile(join(import.meta.dirname, '../docs/runbook.md'), 'utf8');
    const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    const alarms = resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm');

    expect(alarms.length).toBeGreaterThan(5);
    for (const { properties } of alarms) {
      const description = textAt(properties, 'AlarmDescription');
      expect(sections, description).toContain(/runbook\.md#(\S+)/.exec(description)?.[1]);
    }
  });

  it('look twice an hour for facts parked too long, and raise an alarm', () => {
    for (const stack of ['fuzhou-intake', 'fuzhou-notifications', 'gulou-intake']) {
      const schedules = of(stack, 'Events::Rule').filter(({ properties }) => properties['ScheduleExpression']);
      expect(
        schedules.map(({ properties }) => [properties['ScheduleExpression'], valuesOf('Input', properties)]),
      ).toContainEqual(['rate(30 minutes)', ['{"act":"report-parked"}']]);
      expect(
        of(stack, 'CloudWatch::Alarm').filter(({ properties }) => properties['MetricName'] === 'ParkedOverdue'),
      ).toHaveLength(1);
    }
  });

  it('let time pass over the cases and projects of every set each hour', () => {
    for (const stack of ['fuzhou-intake', 'gulou-intake', 'fuzhou-agency', 'gulou-agency']) {
      const acts = of(stack, 'Events::Rule').map(({ properties }) => [
        properties['ScheduleExpression'],
        ...valuesOf('Input', properties),
      ]);
      expect(acts).toContainEqual(['rate(1 hour)', '{"act":"pass-time"}']);
    }
  });

  it('feed only new outbox rows to publish and let every reader report single failures', () => {
    const [inbox, documents, archive, outbox] = of('fuzhou-intake', 'Lambda::EventSourceMapping')
      .map(({ properties }) => properties)
      .toSorted((one, other) => Number(one['BatchSize']) - Number(other['BatchSize']));

    const each = { BatchSize: 10, FunctionResponseTypes: ['ReportBatchItemFailures'] };
    for (const own of [documents, archive]) expect(own).toMatchObject(each);
    expect(inbox).toMatchObject({ ...each, ScalingConfig: { MaximumConcurrency: 10 } });
    expect(outbox).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 72_000,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    const patterns = valuesOf('Pattern', outbox).map((pattern) => JSON.parse(String(pattern)));
    expect(patterns).toEqual([{ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUT#' }] } } } }]);
  });

  it('are the same whichever other sets are synthesised with them', () => {
    const same = new Set(['account', 'gulou-platform', 'gulou-intake']);
    const textsIn = [alone, stacks].map((from) => from.filter(({ id }) => same.has(id)).map(({ text }) => text));
    expect(textsIn[0]).toEqual(textsIn[1]);
  });

  it('name in the directory the sets in operation, also those that are not synthesised now', () => {
    expect(directory(alone)).toEqual(['fuzhou', 'gulou', 'jinan']);
    expect(directory(stacks)).toEqual(['fuzhou', 'gulou']);
  });
});
