import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Seconds that the longer files take; the others take some three. A wrong one costs time and nothing else. */
const seconds: Record<string, number> = {
  'project.local.test.ts': 39,
  'fees.local.test.ts': 17,
  'events.local.test.ts': 16,
  'sharing.local.test.ts': 15,
  'faults.local.test.ts': 14,
  'random-requests.local.test.ts': 13,
  'case.test.ts': 12,
  'deployed.local.test.ts': 12,
  'random-faults.test.ts': 12,
  'replay.local.test.ts': 11,
  'materials.local.test.ts': 9,
  'afterwards.local.test.ts': 9,
  'notices.local.test.ts': 6,
  'once.test.ts': 6,
};
const secondsOf = ({ moduleId }: TestSpecification): number => seconds[basename(moduleId)] ?? 3;

/** Deals the files of a suite out so that each part (`--shard`) takes as long as the others: by their names one half took a third longer. */
export class Halves extends BaseSequencer {
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index = 1, count = 1 } = this.ctx.config.shard ?? {};
    const parts = Array.from({ length: count }, () => ({ total: 0, files: new Array<TestSpecification>() }));
    const longestFirst = files.toSorted((a, b) => secondsOf(b) - secondsOf(a) || a.moduleId.localeCompare(b.moduleId));
    for (const file of longestFirst) {
      const least = parts.reduce((one, other) => (other.total < one.total ? other : one));
      least.total += secondsOf(file);
      least.files.push(file);
    }
    return parts[index - 1]?.files ?? [];
  }
}
