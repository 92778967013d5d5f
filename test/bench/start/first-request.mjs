// One cold start: imports a bundle, answers one request, prints the milliseconds of both. Plain JavaScript, so that the
// process has loaded nothing before that Lambda would not have loaded.
const [, , bundle, event] = process.argv;
const request = JSON.parse(event);
const context = { awsRequestId: 'first', getRemainingTimeInMillis: () => 10_000 };

const began = performance.now();
const loaded = await import(bundle);
const imported = performance.now();
const reply = await (loaded.handler ?? loaded.default.handler)(request, context);
const answered = performance.now();

const line = JSON.stringify({ status: reply.statusCode, importMs: imported - began, requestMs: answered - imported });
process.stderr.write(`${line}\n`, () => process.exit(0));
