import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '#shared/calendar';
import { buildTemplates } from './build.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { messageOf } from './json.ts';
import { findRunning } from './running.ts';
import { loadSeeds } from './seeds.ts';
import { isPortTaken, tryPort } from './server.ts';
import { inertLine, welcome } from './welcome.ts';

const stateDirectory = join(import.meta.dirname, '.state');
const say = (line: string): void => console.log(line);

function portWanted(): number {
  const port = Number(process.env['PORT'] ?? 8787);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT=${process.env['PORT']} is not a port`);
}

/** Until Ctrl-C or the end of a part that should not end; the latter gives its line. */
function untilOver(cloud: Cloud): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined));
  void cloud.failed.then(resolve);
  return promise;
}

async function seed(cloud: Cloud): Promise<void> {
  const sets = await loadSeeds(cloud);
  await cloud.settle();
  say(`Loaded the catalogue into ${sets.join(', ')}.`);
}

const explain = (error: unknown, port: number): unknown =>
  isPortTaken(error) ? new Error(`Port ${port} is taken; choose another: PORT=${port + 1} npm start`) : error;

/** Two clouds of one folder would overwrite each other's key and logs. */
async function refuseSecond(): Promise<void> {
  const other = await findRunning(stateDirectory);
  if (other)
    throw new Error(`A local cloud of this folder runs already, on port ${other.port} (process ${other.pid}).`);
}

/** Asks for the port before the long work, so that nobody waits for a bundle to learn that it is taken. */
async function open(port: number): Promise<Cloud> {
  try {
    await refuseSecond();
    await tryPort(port);
    const templates = await buildTemplates(say);
    say('Starting the local cloud …');
    // From today on the channels owe their statements.
    const parameters = { StatementsFrom: dayOf(new Date()) };
    // A laptop has fewer processors than functions: the day of a thousand payments outlasted their time-outs beside other work.
    return await startCloud({ port, templates, stateDirectory, parameters, patience: 3 });
  } catch (error) {
    throw explain(error, port);
  }
}

async function start(): Promise<number> {
  const started = performance.now();
  const cloud = await open(portWanted());
  const over = untilOver(cloud);
  const ended = await Promise.race([over, seed(cloud).then(() => 'seeded' as const)]).catch(async (error: unknown) => {
    await cloud.stop();
    throw error;
  });
  if (ended === 'seeded') {
    say(inertLine(cloud.resources));
    say(welcome(cloud, (performance.now() - started) / 1000));
  }
  const failure = ended === 'seeded' ? await over : ended;
  if (failure === undefined) say('\nStopping …');
  await cloud.stop();
  // Nor may a token be signed that the next start, with its new key, would refuse.
  for (const file of ['cloud.json', 'issuer.json']) await rm(join(stateDirectory, file), { force: true });
  if (failure === undefined) return 0;
  console.error(`The local cloud has stopped: ${failure}`);
  return 1;
}

try {
  process.exit(await start());
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
