import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf } from '../json.ts';
import { tryPort } from '../server.ts';
import { binaryPath } from './binary.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { makeDatabaseDirectory } from './directory.ts';
import { openRecords } from './records.ts';
import type { Records } from './records.ts';

/** What the engine's file is called in its directory. */
export const databaseName = 'dynamodb.sqlite';

/** A running DynamoDB engine. */
export interface Engine {
  endpoint: string;
  databasePath: string;
  pid: number;
  /** The newest change that was there when it started: streams begin after it. 0 for an empty database. */
  from: number;
  /** The change records of every table, read past the HTTP interface. */
  records: Records;
  /** Settles with a line that says how the engine ended, expected or not. */
  exited: Promise<string>;
  /** Ends the engine and deletes its data. */
  stop(): Promise<void>;
}

type Wish = { directory: string; database?: string | undefined } | { prepared: string };

/**
 * Starts the engine on a free port with an empty database or a copy of one, in memory if there is room, else in `directory`; or
 * with the database that somebody has `prepared` in a directory, which goes with the engine as well. Throws `MissingBinary`.
 */
export async function startEngine(options: Wish): Promise<Engine> {
  const binary = binaryPath();
  const directory = 'prepared' in options ? options.prepared : makeDatabaseDirectory(options.directory);
  const databasePath = join(directory, databaseName);
  try {
    if ('database' in options && options.database) copyFileSync(options.database, databasePath);
    const { child, port } = await serve(binary, databasePath);
    const records = openRecords(databasePath);
    const end = async (): Promise<void> => {
      records.close();
      await child.stop();
      rmSync(directory, { recursive: true, force: true });
    };
    let ending: Promise<void> | undefined;
    const stop = (): Promise<void> => (ending ??= end());
    const { pid, exited } = child;
    const from = records.lastId();
    return { endpoint: `http://127.0.0.1:${port}`, databasePath, pid, from, records, exited, stop };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Another program may take the free port before the engine does, so a few ports are tried. */
async function serve(binary: string, databasePath: string, attempts = 5): Promise<{ child: Child; port: number }> {
  const port = await tryPort(0);
  const command = [binary, 'serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', databasePath];
  try {
    const child = await startChild(command, { ready: 'Dynoxide listening', scratch: dirname(databasePath) });
    return { child, port };
  } catch (error) {
    if (attempts > 1 && String(error).includes('already in use')) return serve(binary, databasePath, attempts - 1);
    throw new Error(`The local DynamoDB did not start: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
