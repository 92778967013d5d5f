import * as z from 'zod';

const refusalSchema = z
  .object({ ['__type']: z.string(), message: z.string().optional() })
  .transform(({ ['__type']: type, message }) => message ?? type);

// The engine wants a signature to be there and does not read it.
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20200101/local-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none';

/** Sends one DynamoDB operation by plain HTTP; a refusal throws with DynamoDB's own message. */
export async function requestDynamo(endpoint: string, operation: string, input: unknown): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20200101T000000Z',
      authorization,
    },
    body: JSON.stringify(input),
  });
  const output: unknown = await response.json();
  if (response.ok) return output;

  throw new Error(`${operation}: ${refusalSchema.parse(output)}`);
}
