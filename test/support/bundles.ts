import { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import { BundleGivenUpV1 } from '#events/intake/bundle-given-up.v1';
import { StageCaseDueV1 } from '#events/intake/stage-case-due.v1';
import { on, queueHandler } from '#shared/queue';
import { readSeed } from '../../localstack/seed-files.ts';
import { onBundleCaseEnded } from '../../services/intake/functions/facts/on-bundle-case-ended.ts';
import { onBundleCasesDue } from '../../services/intake/functions/facts/on-bundle-cases-due.ts';
import { onBundleGivenUp } from '../../services/intake/functions/facts/on-bundle-given-up.ts';
import { onStageCaseDue } from '../../services/intake/functions/facts/on-stage-case-due.ts';
import type { Actor } from '#shared/actor';
import * as z from 'zod';
import { applicantActor } from './actors.ts';
import type { Request } from './gateway-event.ts';
import { honestForm } from './honest-form.ts';
import { freshKey, type IntakeWorld } from './intake.ts';
import { sqsEvent } from './sqs-event.ts';

/** The items of a bundle of the demonstration catalogue, with it alone, as a publisher loads them. */
export function seedOf(key: string) {
  const { departments, items, bundles } = readSeed();
  const bundle = bundles.filter((one) => one.key === key);
  const wanted = new Set(JSON.stringify(bundle).match(/(?<="item":")[a-z-]+/g));
  return { departments, items: items.filter((item) => wanted.has(item.key)), bundles: bundle };
}

/** Intake's own inbox: what it has told itself of bundles reaches it, each fact as often as said. */
export function ownInbox(world: IntakeWorld) {
  const consume = queueHandler(
    [
      on(BundleCasesDueV1, 'intake.on-bundle-cases-due', onBundleCasesDue),
      on(BundleCaseEndedV1, 'intake.on-bundle-case-ended', onBundleCaseEnded),
      on(BundleGivenUpV1, 'intake.on-bundle-given-up', onBundleGivenUp),
      on(StageCaseDueV1, 'intake.on-stage-case-due', onStageCaseDue),
    ],
    world.deps,
  );
  const own = [BundleCasesDueV1, BundleCaseEndedV1, BundleGivenUpV1, StageCaseDueV1];
  const types = new Set<string>(own.map(({ type }) => type));
  const delivered = new Set<string>();
  const waiting = async () => (await world.facts()).filter(({ id, type }) => types.has(type) && !delivered.has(id));
  /** Brings facts in the order in which they are given. Throws where one fails. */
  async function bring(...facts: Awaited<ReturnType<typeof waiting>>): Promise<void> {
    for (const { id } of facts) delivered.add(id);
    const { batchItemFailures } = await consume(sqsEvent(...facts));
    if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} facts of bundles failed`);
  }
  return {
    waiting,
    bring,
    /** Brings all that waits, and all that comes of it. Throws where one fails. */
    async empty({ times = 1 } = {}): Promise<void> {
      for (let facts = await waiting(); facts.length > 0; facts = await waiting()) {
        await bring(...facts.flatMap((fact) => Array(times).fill(fact)));
      }
    },
  };
}

export const founder = applicantActor('founder');
interface Chosen {
  bundleKey: string;
  answers: Record<string, string>;
}
export const restaurant: Chosen = { bundleKey: 'open-a-restaurant', answers: { company: 'new', sign: 'no' } };

const values = z.record(z.string(), z.unknown());
const oneForm = z.object({ shared: values, items: z.record(z.string(), values) });
export type OneForm = z.infer<typeof oneForm>;

/** The one form of a bundle with every field that the guide asks for filled in. */
export async function formFor(world: IntakeWorld, { bundleKey, answers }: Chosen): Promise<OneForm> {
  const said = Object.entries(answers).map((one) => one.join(':'));
  const path = `/intake/public/bundles/${bundleKey}`;
  const { body } = await world.send({ path, ...(said.length > 0 && { query: { answers: said.join(',') } }) });
  return oneForm.parse(honestForm(body.form));
}

/** Requests about bundles, of the founder unless said otherwise. */
export const path = '/intake/bundles';
export const begin = (body: object, actor: Actor = founder): Request => ({
  method: 'POST',
  path,
  actor,
  headers: freshKey(),
  body: { channel: 'online', ...body },
});
export const show = (id: string, actor: Actor = founder): Request => ({ path: `${path}/${id}`, actor });
export const act = (id: string, name: string, rest: Partial<Request> = {}): Request => ({
  method: 'POST',
  path: `${path}/${id}/${name}`,
  actor: founder,
  headers: freshKey(),
  body: {},
  ...rest,
});
export const save = (id: string, version: number, rest: Partial<Request>): Request => ({
  method: 'PUT',
  path: `${path}/${id}`,
  actor: founder,
  headers: { 'If-Match': `"${version}"` },
  ...rest,
});
