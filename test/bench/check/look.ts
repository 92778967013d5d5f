import { openFiles } from '../../../services/materials/files.ts';
import { inspect } from '../../../services/materials/functions/check/inspect.ts';
import { clamdScanner } from '../../../services/materials/scanner/clamd.ts';

/** Looks at one file of the bucket as the checker does, in a process that has done nothing else; tells what that took of memory. */
const { seen, declared, bucket, scanner } = JSON.parse(process.argv[2] ?? '');
const files = openFiles(bucket, () => new Date());
// Not the system's own mark: it would begin with that of the process which started this one.
let peak = 0;
const watch = () => (peak = Math.max(peak, process.memoryUsage.rss()));
const timer = setInterval(watch, 1);
const why = await inspect(seen, declared, { files, scan: clamdScanner(scanner) });
clearInterval(timer);
watch();
process.stdout.write(JSON.stringify({ why, peakMib: peak / 2 ** 20 }));
