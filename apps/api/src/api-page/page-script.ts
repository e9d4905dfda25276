/**
 * What the browser runs. It hands the description over as read, with two changes for a person who tries a route: the key
 * that names a wish is made for them, and an example stands nowhere that would be sent by mistake. Whoever shows a
 * program's key is no browser, so then the cookies stay at home.
 */
export const pageScript = `'use strict';
(async () => {
  const place = document.getElementById('api');
  const say = (text) => {
    place.replaceChildren(Object.assign(document.createElement('p'), { textContent: text, role: 'alert' }));
  };
  try {
    const answer = await fetch('/api/openapi.json');
    if (!answer.ok) throw new Error(answer.statusText);
    const spec = await answer.json();
    const key = spec.components.parameters.IdempotencyKey;
    key.required = false;
    key.description += ' Left empty, this page makes one for each try.';
    const ownServer = location.origin;
    window.SwaggerUIBundle({
      spec,
      domNode: place,
      layout: 'BaseLayout',
      docExpansion: 'none',
      defaultModelsExpandDepth: -1,
      filter: true,
      validatorUrl: null,
      persistAuthorization: false,
      requestInterceptor: (request) => {
        if (new URL(request.url, ownServer).origin !== ownServer) throw new Error('Only this server is asked.');
        const headers = request.headers;
        if (request.method === 'POST' && !headers['Idempotency-Key']) headers['Idempotency-Key'] = newKey();
        request.credentials = headers.Authorization ? 'omit' : 'same-origin';
        return request;
      },
    });
  } catch (error) {
    say('The description could not be read. Please load this page again.');
    throw error;
  }

  /** crypto.randomUUID exists on a secure page only; this page may be read on a plain one too. */
  function newKey() {
    const random = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
})();
`;
