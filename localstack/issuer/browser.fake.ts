/** A browser in small: it keeps cookies, and leaves it to its user to follow a redirect. */
export function browser(): (url: string, form?: Record<string, string>) => Promise<Response> {
  const cookies = new Map<string, string>();

  return async (url, form) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const response = await fetch(url, { ...sent, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

/** Where a redirect leads. */
export function targetOf(response: Response): string {
  return new URL(response.headers.get('location') ?? '', response.url).href;
}
