import * as z from 'zod';
import { createBus } from '#shared/bus';
import type { CalendarYear } from '#shared/calendar';
import { calendar2026 } from '#shared/calendar-2026';
import { once } from '#shared/once';
import { replayFrom } from '#shared/mark';
import { createRuntime } from '#shared/runtime';
import { catalogueStore } from './catalogue.ts';
import { copyStore } from './copies.ts';
import { formChecker } from './forms.ts';
import { caseHistory } from './history.ts';
import { caseLists } from './lists.ts';
import { applicationStore } from './store.ts';

export type IntakeDeps = ReturnType<typeof intakeDeps>;

/** The published calendars that limits are counted by. */
const calendar: readonly CalendarYear[] = [calendar2026];

const secretArn = once(() => z.object({ PARTY_KEY_SECRET_ARN: z.string().min(1) }));

/** Reads the environment and builds what intake's functions work with. */
export function intakeDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('intake', env);
  const { table, publisher, now } = runtime;
  const catalogue = catalogueStore(table, publisher, now);
  return {
    ...runtime,
    applications: applicationStore(table, publisher),
    lists: caseLists(table),
    history: caseHistory(table),
    copies: copyStore(table),
    catalogue,
    forms: formChecker(catalogue),
    calendar,
    replay: replayFrom(table),
    partyKey: partyKeyReader(env),
  };
}

/** The city key that turns document numbers into party ids; read once, and only where staff name an applicant. */
function partyKeyReader(env: NodeJS.ProcessEnv): () => Promise<string> {
  let read: (() => Promise<string>) | undefined;
  return async () => {
    const { secretReader } = await import('#shared/secret');
    read ??= secretReader(secretArn().parse(env).PARTY_KEY_SECRET_ARN);
    return read();
  };
}

/** What the publisher works with: the outbox and the bus, nothing of the cases. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('intake', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
