import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';

const apps = fileURLToPath(new URL('../../', import.meta.url)); // apps/, from src/ as from dist/
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;
const ASK_ANEW = { 'Cache-Control': 'no-cache' };

/** The built kiosk and desk. Files with a hash in their name never change; the page itself is asked for anew each time. */
export function screens(): Router {
  const router = express.Router();
  router.get('/', (_request, response) => response.redirect('/desk/'));
  for (const name of ['kiosk', 'desk']) {
    const folder = join(apps, name, 'dist');
    if (!existsSync(folder)) throw new Error(`${folder} is missing: build the workspace first.`);
    router.use(
      `/${name}/assets`,
      express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, redirect: false }),
      (_request, _response, next) => next('router'), // what is not among them is unknown, and no page of the app
    );
    router.use(
      `/${name}`,
      express.static(folder, { cacheControl: false, setHeaders: (response) => response.set(ASK_ANEW) }),
    );
    // A link into the desk, such as /desk/visits/…, is a page of the same app.
    router.get(`/${name}/{*page}`, (_request, response) =>
      response.sendFile(join(folder, 'index.html'), { cacheControl: false, headers: ASK_ANEW }),
    );
  }
  return router;
}
