/**
 * Stands in for `@aws-sdk/endpoint-cache` with its LRU library: endpoint discovery is off unless a variable switches it
 * on, which nothing of ours does, and the client then never asks its cache.
 */
export class EndpointCache {
  readonly size = 0;
}
