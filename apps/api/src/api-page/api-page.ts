import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { pageScript } from './page-script.ts';

const swaggerUi = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));

/** The page is as new as the server that gives it out. */
const ASK_ANEW = { 'Cache-Control': 'no-cache' };

/** The API to read and to try in a browser, at `/api/docs`: whoever is signed in at the desk tries it as themselves. */
export function apiPage(): Router {
  const router = express.Router({ strict: true });
  router.get('/api/docs', (_request, response) => response.redirect('/api/docs/'));
  router.get('/api/docs/', (_request, response) => response.set(ASK_ANEW).type('html').send(page));
  router.get('/api/docs/start.js', (_request, response) => response.set(ASK_ANEW).type('js').send(pageScript));
  router.get('/api/docs/page.css', (_request, response) => response.set(ASK_ANEW).type('css').send(pageStyle));
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css'])
    router.get(`/api/docs/${file}`, (_request, response) =>
      response.sendFile(file, { root: swaggerUi, cacheControl: false, headers: ASK_ANEW }),
    );
  return router;
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Front Office</title>
<link rel="icon" href="/desk/icon.svg">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/page.css">
<header>
<h1>API</h1>
<p>Every route of this office, to read and to try. Commands tried here are real: they are done in this office.</p>
<p>You try them as whoever is <a href="/desk/">signed in at the desk</a> in this browser, or with the key of a program
(“Authorize”). The description as a file: <a href="/api/openapi.json">openapi.json</a></p>
</header>
<main id="api"><p role="status">Loading …</p></main>
<noscript><p>This page needs JavaScript. The description is in <a href="/api/openapi.json">openapi.json</a>.</p></noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`;

/** Swagger UI is drawn for a light page and names no font of its own that every machine has. */
const pageStyle = `:root{color-scheme:light}
body{margin:0;background:#fbfbfa;color:#16191d;font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
header,noscript{display:block;max-width:1460px;margin:0 auto;padding:1.5rem 20px 0;box-sizing:border-box}
header h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.15}
header p{margin:.25rem 0;max-width:44rem}
a{color:#0b5cad}
main>p{padding:0 20px}
:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px;box-shadow:0 0 0 6px #fd0}
.swagger-ui .info{display:none}
`;
