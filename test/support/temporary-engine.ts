import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../localstack/dynamodb/engine.ts';

/** Starts the engine over a folder of its own, which goes when the engine stops. */
export async function startTemporaryEngine(): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), 'banshi-'));
  const engine = await startEngine({ directory });
  return {
    ...engine,
    async stop() {
      await engine.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
