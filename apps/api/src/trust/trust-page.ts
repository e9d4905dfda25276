import type { LocalAuthority, TrustQr } from '@front-office/local-ca';
import type { TrustWords } from './words.ts';
import { trustWords } from './words.ts';

interface Trusting {
  readonly authority: Pick<LocalAuthority, 'name' | 'fingerprint'>;
  /** Where the office itself is, by HTTPS. */
  readonly office: string;
  readonly qr: TrustQr;
}

/** The page that a tablet opens once, to trust this house. Plain HTML without script: it has to work before anything is trusted. */
export function trustPage(trusting: Trusting, language: 'de' | 'en'): string {
  const words = trustWords[language];
  const other = language === 'de' ? 'en' : 'de';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="stylesheet" href="/trust.css">
<main>
<p class="language"><a href="/?language=${other}" lang="${other}" hreflang="${other}">${trustWords[other].thisLanguage}</a></p>
<h1>${words.title}</h1>
<p>${words.why}</p>
<p><a class="button" href="/front-office.crt">${words.load}</a></p>
<section>
<h2>${words.compare}</h2>
<p>${words.compareHow}</p>
<p class="fingerprint">${inHtml(trusting.authority.fingerprint)}</p>
</section>
${words.systems.map(system).join('\n')}
<section>
<h2>${words.after}</h2>
<p><a href="${inHtml(trusting.office)}/desk/">${inHtml(trusting.office)}</a></p>
<p>${words.named.replace('{name}', inHtml(trusting.authority.name))}</p>
</section>
<section>
<h2>${words.another}</h2>
<div class="qr" role="img" aria-label="${words.qr}">${trusting.qr.svg}</div>
</section>
</main>
</html>
`;
}

const system = ({ name, steps }: TrustWords['systems'][number]) =>
  `<details><summary>${name}</summary><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol></details>`;

const inHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Calm, large, light and dark; the same colours as the desk. */
export const trustStyle = `:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif;--accent:#1d5d5b;--line:#c9d3d2}
@media (prefers-color-scheme:dark){:root{--accent:#8fd3cf;--line:#3c4a49}}
body{margin:0;padding:1.5rem}
main{max-width:40rem;margin:0 auto}
h1{font-size:1.75rem;line-height:1.2}
h2{font-size:1.25rem;margin-top:2rem}
.language{text-align:end}
a{color:var(--accent)}
.button{display:inline-block;min-height:48px;padding:.75rem 1.5rem;box-sizing:border-box;border:2px solid var(--accent);border-radius:.5rem;font-weight:600;text-decoration:none}
.fingerprint{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
details{border-top:1px solid var(--line);padding:.75rem 0}
summary{min-height:32px;cursor:pointer;font-weight:600}
.qr{background:#fff;padding:.5rem;width:14rem;border-radius:.5rem}
.qr svg{display:block;width:100%;height:auto}
`;
