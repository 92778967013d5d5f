interface Parameters {
  Region?: string;
  Endpoint?: string;
  UseFIPS?: boolean;
  UseDualStack?: boolean;
}

interface Endpoint {
  url: URL;
  properties: object;
  headers: object;
}

/**
 * Stands in for the rules by which a client of a regional service finds its host: 15 KB, read by an interpreter at the
 * first request. Ours is the address that the environment names (`AWS_ENDPOINT_URL…`), or `<service>.<region>.<suffix>` of
 * the partitions `aws` and `aws-cn`, the only ones that a set is deployed to. Throws where somebody switched FIPS or
 * dual-stack hosts on, which this would silently not use.
 */
export const regionalEndpoint = (service: string): ((parameters: Parameters) => Endpoint) => {
  const known = new Map<string, URL>();
  return ({ Region: region = '', Endpoint: given, UseFIPS, UseDualStack }) => {
    if (UseFIPS || UseDualStack) throw new Error(`${service}: FIPS and dual-stack hosts are left out of our bundles`);
    const address = given ?? `https://${service}.${region}.${suffixOf(region)}`;
    const url = known.get(address) ?? new URL(address);
    known.set(address, url);
    return { url, properties: {}, headers: {} };
  };
};

function suffixOf(region: string): string {
  // EventBridge's client also asks where it would go without the address that the environment names: `local-1` is no error.
  if (!/^[a-z]+(-[a-z]+)*-\d$/.test(region)) throw new Error(`"${region}" is no region`);
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
